import type { ExportOptions } from '../../../../shared/composition/options.ts'
import type { Direction } from '../../../../shared/source/direction.ts'
import type { Tlp } from '../../../../shared/source/source.ts'
import { COLORS, TLP_COLORS } from '../../../pdf/typeset/styles.ts'

const SERIF = `"Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif`
const SANS = `"Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif`
const MONO = `"JetBrains Mono", ui-monospace, Menlo, Consolas, "Noto Sans Mono", monospace`

/** Any text as a string of CSS that can't end the string or the style element. */
function cssString(text: string): string {
  const characters = Array.from(text, (character) =>
    /[A-Za-z0-9 ]/.test(character) ? character : `\\${character.codePointAt(0)!.toString(16)} `
  )
  return `"${characters.join('')}"`
}

/** Longest running title in print, in characters. */
const LONGEST_TITLE = 70

/** The style sheet of an exported document: for screens in light and dark, for phones, and for print. */
export function styleSheet(
  tlp: Tlp,
  title: string,
  { theme, paper }: Pick<ExportOptions, 'theme' | 'paper'>,
  direction: Direction
): string {
  const characters = Array.from(title.replace(/\s+/g, ' ').trim())
  const running =
    characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')} …` : characters.join('')
  return `${variables(tlp, theme)}${BASE}${TEXT}${GROUPS}${NARROW}${print(tlp, running, paper, direction)}`
}

function variables(tlp: Tlp, theme: ExportOptions['theme']): string {
  return `:root {
  color-scheme: light dark;
  --serif: ${SERIF};
  --sans: ${SANS};
  --mono: ${MONO};
  --text: ${theme === 'serif' ? 'var(--serif)' : 'var(--sans)'};
  --tlp: ${TLP_COLORS[tlp]};
  --paper: #ffffff;
  --ink: ${COLORS.ink};
  --quiet: ${COLORS.quiet};
  --link: ${COLORS.link};
  --alarm: ${COLORS.alarm};
  --rule: ${COLORS.rule};
  --quote: ${COLORS.quoteRule};
  --band: ${COLORS.band};
  --hang: 3.2rem;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c;
    --ink: #e4e6ea;
    --quiet: #a3abb7;
    --link: #8fbcec;
    --alarm: #ff9a8f;
    --rule: #434a55;
    --quote: #5f7690;
    --band: #20242a;
  }
}
`
}

const BASE = `*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 43rem; margin: 0 auto; padding: 3rem 2rem 4rem; padding-inline-start: calc(2rem + var(--hang)); overflow-wrap: break-word; hyphens: manual; }
.banner { display: flex; justify-content: flex-end; padding: 0.5rem 1rem; background: var(--paper); }
header.banner { position: sticky; top: 0; z-index: 1; border-bottom: 1px solid var(--rule); }
footer.banner { border-top: 1px solid var(--rule); }
.banner span { padding: 0.1rem 0.6rem; background: #000; color: var(--tlp); font: bold 1rem/1.5 var(--sans); }
[id] { scroll-margin-top: 4rem; }
:target { outline: 2px solid var(--link); outline-offset: 3px; }
a { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; unicode-bidi: isolate; }
a.bare { color: inherit; text-decoration: none; }
a.bare:hover, a.bare:focus-visible { text-decoration: underline; }
a:focus-visible, .wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
hr { margin: 1.4rem 0; border: 0; border-top: 1px solid var(--rule); }
p { margin: 0.55rem 0; }
`

const TEXT = `h1, h2, h3, h4, h5, h6 { margin: 0; line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { margin-top: 0.4rem; font: bold 2.4rem/1.18 var(--text); }
h2 { margin-top: 2.6rem; font: bold 1.5rem/1.25 var(--sans); }
h3, h4, h5, h6 { margin-top: 1.6rem; font: bold 1.09rem/1.35 var(--sans); }
.lead { color: var(--quiet); }
h2 > .lead, h3 > .lead, h4 > .lead, h5 > .lead, h6 > .lead { float: inline-start; min-width: var(--hang); margin-inline-start: calc(-1 * var(--hang)); color: inherit; }
.eyebrow { margin: 0; color: var(--quiet); font: 0.95rem/1.4 var(--sans); }
.byline { margin-top: 1.1rem; font: 1rem/1.45 var(--sans); }
.handling { margin-top: 0.3rem; color: var(--quiet); font: 0.9rem/1.45 var(--sans); }
.handling strong { color: var(--ink); }
.label { margin: 1rem 0 0; color: var(--quiet); font: 0.875rem/1.4 var(--sans); break-after: avoid; }
.labelled { margin-top: 0.1rem; }
.body { font: 0.98rem/1.5 var(--sans); }
.words { margin: 0; white-space: pre-wrap; }
.attribution, .state, .caption { color: var(--quiet); font: 0.9rem/1.45 var(--sans); }
.state { margin: 0.2rem 0; }
.caption { margin: 1.2rem 0 0; break-after: avoid; }
.caption strong, .state strong { color: var(--ink); }
.warning, .alarm { color: var(--alarm); font-family: var(--sans); font-weight: bold; }
p.warning, p.alarm { margin: 0.2rem 0; font-size: 0.9rem; }
.state strong.alarm { color: var(--alarm); }
.sourceTitle { margin: 0; font-weight: bold; break-after: avoid; }
.cite { font: 0.87em var(--sans); }
p.attribution .cite, dd .cite, td .cite { font-size: 1em; }
a:has(> .cite), a.mark { text-decoration: none; }
a:has(> .cite):hover, a.mark:hover { text-decoration: underline; }
.quiet { color: var(--quiet); }
.address { font-family: var(--sans); overflow-wrap: anywhere; }
code { font: 0.86em var(--mono); }
.hash { overflow-wrap: anywhere; }
.sign { font: bold 1.15em/1 var(--sans); }
.mark { font-family: var(--sans); }
.small-caps { font-variant-caps: small-caps; }
.withheld { padding: 0 0.4em; background: var(--ink); color: var(--paper); font: 0.8em var(--sans); white-space: nowrap; }
sup, sub { line-height: 0; font-size: 0.7em; }
`

const GROUPS = `.quote { margin: 1rem 0; padding-inline: 1.2rem 0.6rem; border-inline-start: 2px solid var(--quote); }
.quote.alarmed { border-inline-start: 4px solid var(--alarm); }
.quote blockquote { margin: 0; }
.quote .attribution { margin: 0.4rem 0 0; }
ol, ul { margin: 0.55rem 0; padding-inline-start: 1.7rem; }
li > .statement:first-child { margin-top: 0; }
.keyed, nav ol, .notes ol { padding: 0; list-style: none; }
.keyed > li { position: relative; margin-top: 1.5rem; }
.keyed > li > .key { position: absolute; inset-inline-start: calc(-1 * var(--hang)); color: var(--quiet); }
dl { display: grid; grid-template-columns: 5.2rem 1fr; gap: 0.15rem 0.6rem; margin: 0.3rem 0 0; font: 0.88rem/1.45 var(--sans); }
dt { color: var(--quiet); }
dd { min-width: 0; margin: 0; }
nav ol { margin: 1rem 0; font: 1rem/1.5 var(--sans); }
nav li { display: flex; gap: 0.4rem; margin-top: 0.3rem; }
nav li > .lead { flex: none; min-width: 1.8rem; }
nav li.sub { margin-top: 0.1rem; padding-inline-start: 2.2rem; color: var(--quiet); font-size: 0.92em; }
.wide { margin: 1rem 0; margin-inline-start: calc(-1 * var(--hang)); overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: 0.9rem/1.4 var(--sans); }
th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
th { border-bottom-color: var(--quiet); color: var(--quiet); font-size: 0.94em; white-space: nowrap; }
tbody th { border-bottom-color: var(--rule); color: inherit; font-size: 1em; font-weight: inherit; white-space: normal; }
th.end, td.end { text-align: end; }
td a { white-space: nowrap; }
.picture { margin: 1.4rem 0; }
.picture img { display: block; max-width: 100%; height: auto; border: 1px solid var(--rule); }
.picture .caption { margin-top: 0.4rem; }
.notes { margin-top: 3rem; padding-top: 0.8rem; border-top: 1px solid var(--rule); font: 0.88rem/1.45 var(--sans); overflow-wrap: anywhere; }
.notes li { margin-top: 0.3rem; padding-inline-start: 1.6rem; }
.notes li > .lead { float: inline-start; margin-inline-start: -1.6rem; font-weight: bold; }
.back { text-decoration: none; }
`

const NARROW = `@media screen and (max-width: 44rem) {
  :root { --hang: 0rem; }
  html { font-size: 1rem; }
  main { padding: 1.5rem 1.1rem 3rem; }
  h1 { font-size: 1.8rem; }
  h2 { font-size: 1.3rem; }
  h2 > .lead, h3 > .lead, h4 > .lead, h5 > .lead, h6 > .lead { float: none; margin-inline-end: 0.5ch; }
  .keyed > li > .key { position: static; font-family: var(--sans); }
  dl { display: block; }
  dd { margin-bottom: 0.35rem; }
}
`

/**
 * The TLP label as an image in a `data:` address: printers drop backgrounds, and a label of white or green on none can't be
 * read. 12 points high, as TLP 2.0 asks.
 */
function badgeImage(tlp: Tlp): string {
  const width = tlp.length * 9 + 16
  const label = `<text x="${width / 2}" y="14.5" text-anchor="middle" font-family="sans-serif" font-weight="bold" font-size="12" fill="${TLP_COLORS[tlp]}">${tlp}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="20pt" viewBox="0 0 ${width} 20"><rect width="${width}" height="20"/>${label}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Print: paper colours, and handling, running title and page number on each page. */
function print(tlp: Tlp, title: string, paper: ExportOptions['paper'], direction: Direction): string {
  const [start, end] = direction === 'ltr' ? ['left', 'right'] : ['right', 'left']
  const badge = `content: url("${badgeImage(tlp)}"); vertical-align: middle;`
  const quiet = `color: ${COLORS.quiet}; font: 8.8pt ${SANS};`
  return `@page {
  size: ${paper === 'A4' ? 'A4' : 'letter'};
  margin: 30mm ${direction === 'ltr' ? '28mm 28mm 24mm' : '24mm 28mm 28mm'};
  @top-${start} { content: ${cssString(title)}; ${quiet} }
  @top-${end} { ${badge} }
  @bottom-${start} { content: "Page " counter(page) " of " counter(pages); ${quiet} }
  @bottom-${end} { ${badge} }
}
@page :first { @top-${start} { content: ""; } }
@media print {
  html { font-size: 10.6pt; line-height: 1.45; }
  main { max-width: none; padding: 0; padding-inline-start: var(--hang); }
  .banner, .back { display: none; }
  .wide { overflow: visible; }
  .start { break-before: page; }
  .start > h2 { margin-top: 0; }
  .quote, .picture, tr, .detail { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  a { text-decoration: none; }
  thead { display: table-header-group; }
  :target { outline: none; }
}
`
}
