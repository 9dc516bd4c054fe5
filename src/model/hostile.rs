//! Which characters of a stranger's text may never be shown as they are. One list, for everything that shows text.
//!
//! Must not know what is written in their place.

/// Whether a character is invisible, moves the cursor, turns the direction of text or has no agreed look.
///
/// These are Unicode's general categories Cc, Cf, Zl, Zp, Co and Cs, and the noncharacters.
#[must_use]
pub fn is_hostile(character: char) -> bool {
    let point = u32::from(character);
    character.is_control()
        || matches!(
            point,
            0x00ad
                | 0x0600..=0x0605
                | 0x061c
                | 0x06dd
                | 0x070f
                | 0x0890..=0x0891
                | 0x08e2
                | 0x115f..=0x1160
                | 0x180b..=0x180f
                | 0x200b..=0x200f
                | 0x2028..=0x202e
                | 0x2060..=0x206f
                | 0x3164
                | 0xe000..=0xf8ff
                | 0xfdd0..=0xfdef
                | 0xfeff
                | 0xffa0
                | 0xfff0..=0xfffb
                | 0x1_10bd
                | 0x1_10cd
                | 0x1_3430..=0x1_345f
                | 0x1_bca0..=0x1_bca3
                | 0x1_d173..=0x1_d17a
                | 0xe_0000..=0x10_ffff
        )
        || point & 0xfffe == 0xfffe
}
