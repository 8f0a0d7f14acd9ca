/**
 * How often the encoding of a file is found that doesn't declare it: invented news in 22 languages and 24 old encodings, as text and as pages of 30 to 20,000 bytes, and UTF-16 without a
 * mark. Compares the product with its library on the bare bytes and, where they are installed, with other libraries of npm.
 *
 * usage: node bench/encodings.ts [--short]
 *
 * `--short` takes one file in sixteen: it only shows that it runs.
 */
import iconv from 'iconv-lite'
import jschardet from 'jschardet'
import { decode } from '../src/main/import/encoding/decode.ts'
import { TEXTS, WRITTEN } from './encodings/texts.ts'

interface Sample {
  encoding: string
  language: string
  size: number
  bytes: Buffer
  /** Words of its text, as they come back from this encoding. */
  words: string
}

const SIZES = [30, 60, 100, 200, 1000, 20_000]
const SCRIPT =
  '<script>var config={analytics:true,theme:"light",modules:["header","footer"]};function init(){return config.modules.map(function(m){return m.toUpperCase()})}</script>\n'

function text(sentences: readonly string[], size: number, first: number, isPage: boolean): string {
  let out = ''
  for (let at = first; out.length < size; at++) {
    const sentence = sentences[at % sentences.length]!.slice(0, isPage ? size : undefined)
    out += isPage
      ? `<p class="text"><a href="https://courier.example/${at}?id=${at}">${sentence}</a></p>\n`
      : `${sentence}\n`
  }
  if (!isPage) return out.slice(0, size)
  return `<html><head><title>Courier</title>\n${SCRIPT.repeat(Math.min(60, Math.ceil(size / 200)))}</head><body>${out}</body></html>`
}

function* samples(): Generator<Sample> {
  for (const [encoding, languages] of WRITTEN)
    for (const language of languages.split(' '))
      for (const size of SIZES)
        for (const isPage of [false, true])
          for (const first of size < 1000 ? [0, 1, 2, 3] : [0]) {
            const written = text(TEXTS[language]!, size, first, isPage)
            const bytes = iconv.encode(written, encoding)
            const words = iconv.decode(bytes, encoding).replace(/\n$/, '')
            // eslint-disable-next-line no-control-regex -- all but ASCII is meant
            if (/[^\u0000-\u007F\uFFFD]/.test(words)) yield { encoding, language, size, bytes, words }
          }
}

type Detector = (bytes: Buffer) => string

const named =
  (detect: (bytes: Buffer) => string | null) =>
  (bytes: Buffer): string => {
    const name = detect(bytes)
    return name !== null && iconv.encodingExists(name) ? iconv.decode(bytes, name) : ''
  }

async function other(name: string): Promise<Detector | null> {
  try {
    const library = (await import(name)) as { default: { detect(bytes: Buffer): string | null } }
    return named((bytes) => library.default.detect(bytes))
  } catch {
    console.log(`${name} isn’t installed and is left out.`)
    return null
  }
}

const detectors = new Map<string, Detector>([
  ['dossier', (bytes) => decode(bytes).text],
  ['jschardet', named((bytes) => jschardet.detect(bytes).encoding)]
])
for (const name of ['chardet', 'encoding-japanese']) {
  const detector = await other(name)
  if (detector) detectors.set(name, detector)
}

const step = process.argv.includes('--short') ? 16 : 1
const all = [...samples()].filter((_, index) => index % step === 0)
for (const [name, detect] of detectors) {
  let milliseconds = 0
  const wrong: Sample[] = []
  for (const sample of all) {
    const before = performance.now()
    const found = detect(sample.bytes)
    milliseconds += performance.now() - before
    if (found.replace(/\n$/, '') !== sample.words) wrong.push(sample)
  }
  const of = (size: number): string => {
    const these = all.filter((sample) => sample.size === size)
    return `${size}: ${these.length - wrong.filter((sample) => sample.size === size).length}/${these.length}`
  }
  console.log(
    `${name}: ${all.length - wrong.length} of ${all.length} right (${SIZES.map(of).join(', ')}), ${(milliseconds / all.length).toFixed(2)} ms a file`
  )
  if (name !== 'dossier') continue
  let sure = 0
  let surelyWrong = 0
  for (const { bytes, words } of all) {
    const decoded = decode(bytes)
    if (!decoded.isSure) continue
    sure++
    if (decoded.text.replace(/\n$/, '') !== words) surelyWrong++
  }
  console.log(`  told as sure: ${sure}, of which wrong: ${surelyWrong}`)
  const kinds = Map.groupBy(wrong, ({ encoding, language, size }) => `${encoding} ${language} ${size}`)
  for (const [kind, these] of kinds) console.log(`  wrong: ${kind} (${these.length})`)
}

// Declared rightly, no declaration may be disbelieved; declared as Latin-1, letters of other alphabets should be.
const legacy = all.filter(({ encoding }) => !encoding.startsWith('utf-16'))
const disbelieved = legacy.filter(({ bytes, encoding }) => decode(bytes, () => encoding).disbelieved !== null)
console.log(
  `right declarations disbelieved: ${disbelieved.length} of ${legacy.length} (${disbelieved.map(({ encoding, language, size }) => `${encoding} ${language} ${size}`).join(', ')})`
)
const others = legacy.filter(
  ({ encoding, size }) => !/1252|macintosh|1254|1250|8859-2|1257|1258/.test(encoding) && size >= 200
)
const mended = others.filter(({ bytes, words }) => decode(bytes, () => 'iso-8859-1').text.replace(/\n$/, '') === words)
console.log(`other alphabets declared as Latin-1 read rightly: ${mended.length} of ${others.length}`)
