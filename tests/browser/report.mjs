// Opens the report of a batch in a real browser: node report.mjs SMALL_FOLDER LARGE_FOLDER
//
// SMALL_FOLDER holds a report of one page, LARGE_FOLDER one with pages beside it; src/cli/batch_pages/tests.rs makes both.
// Where viva was told another browser by VIVA_CHROMIUM, that is used.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [small, large] = process.argv.slice(2).map((folder) => pathToFileURL(`${folder}/report.html`).href);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// A busy machine may take its time; nothing here is about speed.
const PATIENCE_MS = 300_000;
const browser = await chromium.launch({
  executablePath: process.env.VIVA_CHROMIUM ?? "/usr/bin/chromium",
  // The pages are our own; as root, and in most containers, chromium's own sandbox cannot be built.
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
  timeout: PATIENCE_MS,
});

/** A page that fails the test when it logs, throws, asks, or loads anything but files. */
async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (!request.url().startsWith("file:")) wrong.push(`loads ${request.url()}`); });
  await page.goto(url);
  return { page, done: async () => { await context.close(); assert.deepEqual(wrong, [], url); } };
}

const rows = (page) => page.locator(".ranking tbody tr").count();
const names = (page) => page.locator(".ranking tbody th").allInnerTexts();

async function check(name, body) {
  await body();
  console.log(`ok: ${name}`);
}

await check("search and filter narrow the ranking and give it back", async () => {
  const { page, done } = await open(small);
  const all = await rows(page);
  assert.ok(all > 8, "everybody is there before anybody searches");
  await page.getByLabel("Find").fill("asa ");
  assert.deepEqual(await names(page), ["Åsa Öberg"], "accents need not be typed");
  assert.match(await page.locator("#found").innerText(), /^1 of \d+$/);
  await page.getByLabel("Find").press("Escape");
  assert.equal(await rows(page), all);
  await page.getByLabel("Show").selectOption("refused");
  assert.equal(await rows(page), 1);
  assert.ok((await names(page))[0].includes("<img"), "a name is text, whatever it holds");
  assert.equal(await page.locator("img").count(), 0);
  await page.getByLabel("Show").selectOption("");
  await page.getByLabel("Find").fill("nobody of that name");
  assert.equal(await rows(page), 0);
  await done();
});

await check("the keyboard alone reaches a candidate", async () => {
  const { page, done } = await open(small);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  let reached = "";
  for (let presses = 0; presses < 30 && !reached.startsWith("#c-"); presses += 1) {
    await page.keyboard.press("Tab");
    reached = await page.evaluate(() => document.activeElement.closest(".ranking") && document.activeElement.getAttribute("href") || "");
  }
  assert.ok(reached.startsWith("#c-"), "a candidate is reached");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.startsWith("#c-"));
  const heading = page.locator(":target h2");
  assert.equal(await heading.count(), 1);
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement.id === "find");
  await done();
});

await check("everything is read with scripts off", async () => {
  const { page, done } = await open(small, { javaScriptEnabled: false });
  assert.ok(await rows(page) > 8);
  assert.equal(await page.locator(".tools").isVisible(), false, "nothing is shown that does not work");
  const candidate = page.locator("article.candidate[id^=c-Maybe_Partial]");
  assert.ok(await candidate.locator(".source .ln").first().isVisible());
  assert.ok(await candidate.locator(".ln.unmet .note").first().isVisible(), "evidence stands at its line");
  await candidate.locator("summary").click();
  assert.ok(await candidate.locator(".measured td").first().isVisible());
  await done();
});

await check("dark, light and print have their colours", async () => {
  const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const seen = {};
  for (const colorScheme of ["light", "dark"]) {
    const { page, done } = await open(small, { colorScheme, reducedMotion: "reduce" });
    seen[colorScheme] = await paper(page);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
    await page.emulateMedia({ media: "print", colorScheme });
    assert.equal(await paper(page), "rgb(255, 255, 255)");
    assert.equal(await page.locator(".tools").isVisible(), false);
    await done();
  }
  assert.notEqual(seen.light, seen.dark);
});

await check("nothing is wider than a phone", async () => {
  for (const url of [small, large]) {
    const { page, done } = await open(url, { viewport: { width: 360, height: 700 } });
    const [inner, wide] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    assert.ok(wide <= inner, `${url}: ${wide}`);
    await done();
  }
});

await check("a large batch: search finds who is on another page, and leads there and back", async () => {
  const { page, done } = await open(large);
  assert.equal(await rows(page), 200);
  await page.getByLabel("Find").fill("Last Of All");
  await page.waitForFunction(() => document.querySelectorAll(".ranking tbody tr").length === 1);
  await page.locator(".ranking tbody a").click();
  await page.waitForURL(/report-pages\/c-/);
  assert.equal(await page.locator("h1").innerText(), "Last Of All");
  await page.locator("article nav a", { hasText: "Ranking" }).click();
  await page.waitForURL(/ranking-\d+\.html/);
  assert.ok((await names(page)).includes("Last Of All"), "the page of the ranking that they are on");
  await page.locator(".pager a").first().click();
  await page.waitForURL(/report\.html/);
  await page.locator("a", { hasText: "Everybody by name" }).click();
  assert.ok(await page.locator(".names a", { hasText: "Last Of All" }).isVisible());
  await done();
});

await check("accessible by the rules of axe, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(large);
    const further = await page.locator(".ranking a").first().getAttribute("href");
    for (const url of [small, large, new URL(further, large).href, new URL("report-pages/ranking-2.html", large).href]) {
      await page.goto(url);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      const said = found.violations.map((one) =>
        `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
      assert.deepEqual(said, [], `${url} ${colorScheme}`);
    }
    await context.close();
  }
});

await browser.close();
