/** The style sheet of the report. Every pair of colours has a contrast of 4.5 or more, in light and in dark. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f6f3; --card: #fff; --text: #1c1e21; --quiet: #565c64; --line: #dedfda; --code: #f3f3ef;
  --good: #1b6636; --good-soft: #e5f3e9; --bad: #a8231b; --bad-soft: #fcebe9;
  --warn: #734700; --warn-soft: #fbefd8; --none: #474d57; --none-soft: #ecedf0; --link: #1f5fa8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141619; --card: #1c1f23; --text: #e7e7e4; --quiet: #a4aab3; --line: #32363c; --code: #15181b;
    --good: #8bdca5; --good-soft: #17301f; --bad: #ffa79f; --bad-soft: #3a1f1d;
    --warn: #f2c36d; --warn-soft: #362811; --none: #c4c9d1; --none-soft: #2a2e34; --link: #8ebdf2;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; padding: clamp(1rem, 4vw, 3rem) clamp(0.75rem, 4vw, 2rem); background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere;
}
main, body > header, body > nav, body > footer { max-width: 66rem; margin: 0 auto; }
h1, h2, h3, h4, p, ul, pre { margin: 0; }
h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.1rem); line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; letter-spacing: -0.01em; }
h3 { font-size: 1.05rem; font-variant-numeric: tabular-nums; }
h4 { font-size: 0.9rem; font-weight: 600; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.875em; }
:not(pre) > code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--code); }
pre {
  max-height: 26rem; padding: 0.75rem 0.9rem; overflow: auto; border: 1px solid var(--line); border-radius: 6px;
  background: var(--code); font-size: 0.8125rem; line-height: 1.5; overflow-wrap: normal;
}
pre code { font-size: inherit; }
.eyebrow { margin-bottom: 0.75rem; color: var(--quiet); font-size: 0.875rem; }
.lead { margin-top: 0.75rem; font-size: 1.0625rem; }
.ask { margin-top: 0.25rem; }
.facts, .place, .help, .dot { color: var(--quiet); font-size: 0.875rem; }
.badge {
  display: inline-block; padding: 0.05rem 0.55rem; border-radius: 999px; font-size: 0.8125rem; font-weight: 600;
  white-space: nowrap;
}
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.badge.warn { background: var(--warn-soft); color: var(--warn); }
.badge.quiet { background: var(--none-soft); color: var(--none); }
body > header { padding-bottom: 1.5rem; }
body > header h1 { margin-top: 0.6rem; }
body > header .badge { padding: 0.2rem 0.8rem; font-size: 0.9375rem; }
nav { padding: 1rem 0 1.5rem; border-top: 1px solid var(--line); }
nav ol {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 0 2rem; margin: 0.5rem 0 0;
  padding: 0; list-style: none;
}
nav li {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 0.75rem;
  padding: 0.4rem 0; border-bottom: 1px solid var(--line);
}
nav a { text-decoration: none; font-weight: 500; }
nav a:hover { text-decoration: underline; }
article, .box {
  margin-bottom: 1.25rem; padding: clamp(1rem, 3vw, 1.75rem); border: 1px solid var(--line); border-radius: 10px;
  background: var(--card); scroll-margin-top: 1rem;
}
article > header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.8rem; }
article > * + *, section > * + *, .box > * + * { margin-top: 0.75rem; }
article > header + .facts { margin-top: 0.25rem; }
article > section { margin-top: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
section > h4 { margin-top: 1.5rem; }
section > h4 + * { margin-top: 0.4rem; }
.verdicts { display: grid; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1rem; }
.verdict { display: flex; flex-direction: column; gap: 0.5rem; min-width: 0; padding: 1rem; border-radius: 8px; border: 1px solid var(--line); }
.verdict.bad { border-color: var(--bad); }
.verdict.warn { border-color: var(--warn); }
.outcome { display: grid; gap: 0.4rem; }
.faults, .items { padding: 0; list-style: none; }
.faults { display: grid; gap: 0.75rem; }
.help::before { content: '→ ' / ''; }
.faults > li { display: grid; gap: 0.25rem; padding: 0.15rem 0 0.15rem 0.9rem; border-left: 3px solid var(--none); }
.faults > .bad { border-color: var(--bad); }
.faults > .warn { border-color: var(--warn); }
.items > li { padding: 0.6rem 0; border-top: 1px solid var(--line); }
.items > li:first-child { border-top: 0; padding-top: 0.2rem; }
details > summary { width: fit-content; max-width: 100%; color: var(--link); cursor: pointer; font-size: 0.9375rem; }
details > summary + * { margin-top: 0.5rem; }
section > details { margin-top: 1rem; }
.diff ins, .diff del, .diff span { text-decoration: none; }
.diff ins { color: var(--good); }
.diff del { color: var(--bad); }
@media (min-width: 40rem) { .place::before { content: 'at '; } }
@media print {
  :root {
    --page: #fff; --card: #fff; --text: #000; --quiet: #444; --line: #bbb; --code: #fff; --good: #14522a; --bad: #8c1811;
    --warn: #5c3900; --none: #333; --link: #000; --good-soft: #fff; --bad-soft: #fff; --warn-soft: #fff; --none-soft: #fff;
    color-scheme: light;
  }
  body { padding: 0; font-size: 10pt; }
  .badge { padding: 0 0.4rem; border: 1px solid currentColor; }
  article, .box { padding: 0; border: 0; border-radius: 0; }
  article { padding-top: 1rem; border-top: 1px solid var(--line); }
  pre { max-height: none; white-space: pre-wrap; overflow-wrap: anywhere; }
  h2, h3, h4, .label { break-after: avoid; }
  .verdict, .items > li, .faults > li { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
