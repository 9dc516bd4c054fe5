"use strict";
(() => {
  const LIMIT = 200;
  const data = document.getElementById("everybody");
  const tools = document.querySelector(".tools");
  const ranked = document.getElementById("ranked");
  if (!data || !tools || !ranked) return;
  const everybody = JSON.parse(data.textContent);
  const find = document.getElementById("find");
  const show = document.getElementById("show");
  const found = document.getElementById("found");
  const body = ranked.querySelector("tbody");
  const caption = ranked.querySelector("caption");
  const pagers = [...ranked.querySelectorAll(".pager")];
  const several = ranked.querySelectorAll("thead th").length - 3 !== 2;
  const usual = { rows: [...body.childNodes], caption: caption.textContent };
  const svg = document.querySelector("svg").namespaceURI;

  // Only text nodes are made of what is searched, so that no name is ever markup.
  const make = (name, attributes, ...children) => {
    const element = name === "svg" || name === "use" || name === "rect"
      ? document.createElementNS(svg, name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  // Every second piece between backquotes is code, where they come in pairs.
  const prose = (text) => {
    const pieces = text.split("`");
    return pieces.length % 2 === 0 ? [text] : pieces.map((piece, at) => at % 2 ? make("code", {}, piece) : piece);
  };
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = everybody.map(([, name, , , , cells, remark]) =>
    fold([name, remark, ...cells.map((cell) => cell[0] + " " + cell[2])].join(" ")));

  const cellOf = ([said, range, because]) => {
    if (range) {
      const picture = make("svg", { class: "mini", "aria-hidden": "true", focusable: "false" }, make("use", { href: "#" + range }));
      return make("td", {}, make("span", { class: "range" }, picture, " " + said));
    }
    const cell = make("td", {}, make("span", { class: "badge " + said }, said));
    if (several && because) cell.append(" ", make("small", {}, because));
    return cell;
  };
  const barOf = ([earned, possible]) => make("svg",
    { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    make("rect", { class: "track", width: "100", height: "8" }),
    make("rect", { class: "pt", width: String(100 * earned / Math.max(possible, 1)), height: "8" }));
  const rowOf = ([rank, name, href, sum, points, cells, remark]) => {
    const row = make("tr", {}, make("td", { class: "rank" }, rank), make("th", { scope: "row" }, make("a", { href }, name)));
    if (several) row.append(make("td", { class: "num" }, sum));
    row.append(...cells.map(cellOf));
    row.append(make("td", { class: "num points" }, barOf(points), " ",
      make("span", {}, String(points[0]), make("span", { class: "of" }, " / " + points[1]))));
    if (!several) row.append(make("td", { class: "remark" }, ...prose(remark || ""), cells.map((cell) => cell[2]).join("")));
    return row;
  };

  const fits = (entry, at, wanted, kind) => {
    if (!wanted.every((word) => words[at].includes(word))) return false;
    if (!kind) return true;
    const cells = entry[5];
    return /^\d$/.test(kind)
      ? cells.some((cell) => cell[1].startsWith("m" + kind))
      : cells.some((cell) => cell[0] === kind);
  };
  const search = () => {
    const wanted = fold(find.value).split(/\s+/).filter(Boolean);
    const kind = show.value;
    if (wanted.length === 0 && !kind) {
      body.replaceChildren(...usual.rows);
      caption.textContent = usual.caption;
      pagers.forEach((pager) => { pager.hidden = false; });
      found.textContent = "";
      return;
    }
    const hits = everybody.filter((entry, at) => fits(entry, at, wanted, kind));
    body.replaceChildren(...hits.slice(0, LIMIT).map(rowOf));
    caption.textContent = "What was searched for, best first";
    pagers.forEach((pager) => { pager.hidden = true; });
    found.textContent = hits.length > LIMIT
      ? hits.length + " of " + everybody.length + ", the first " + LIMIT + " shown"
      : hits.length + " of " + everybody.length;
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(search, everybody.length > 500 ? 120 : 0); };
  find.addEventListener("input", soon);
  show.addEventListener("change", search);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { find.value = ""; search(); }
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      find.focus();
    }
  });
  tools.hidden = false;
  // What a browser kept of the fields over a reload counts, too.
  search();
})();
