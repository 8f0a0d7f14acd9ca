/**
 * Measures the recognition of text in pictures: character error and CPU time of made pages in five languages, each with one column and with two. A page is set in
 * Chromium at 200 dots per inch, justified and hyphenated, turned by 1°, made grey on grey, and given noise and specks. `npm run bench:ocr -- [language]…`
 *
 * Character error is the edit distance to the text that was set, over its length, white space folded. CPU is what the process takes for the page, without loading
 * the engine. Marked is how many of the wrong words were marked as unsure, and of the right ones. It ends with 1 when a bar is missed.
 */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright/test'
import { openScan } from '../src/main/import/recognition/scan.ts'
import { hyphenPoints } from '../src/main/base/hyphenation.ts'
import { OCR_LANGUAGES, OCR_LANGUAGE_NAMES, tagOf, type OcrLanguage } from '../src/shared/source/recognition.ts'
import { PAGE_TEXTS } from './ocr/texts.ts'

const ERROR_BAR = 0.02
const CPU_BAR_MS = 8_000
const CHROMES = ['/usr/bin/chromium', '/usr/bin/google-chrome']
const PAGE = { width: 827, height: 1169 }

/** A page as PNG: Chromium counts 96 pixels to an inch, here it's 100 with two device pixels each. */
async function setPage(browser: Browser, language: OcrLanguage, columns: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: PAGE, deviceScaleFactor: 2 })
  const [heading, ...paragraphs] = PAGE_TEXTS[language].map((text) => softened(text, language))
  const style = `box-sizing:border-box;width:${PAGE.width}px;height:${PAGE.height}px;padding:90px 84px;transform:rotate(1deg);font:15px/20px 'Liberation Serif','Noto Serif',serif;text-align:justify;hyphens:manual`
  await page.setContent(
    `<html lang="${tagOf(language)}"><body style="margin:0;background:#fff"><div style="${style}"><h1 style="font-size:24px;line-height:30px;text-align:left">${heading}</h1><div style="column-count:${columns};column-gap:32px">${paragraphs.map((text) => `<p style="margin:0 0 11px">${text}</p>`).join('')}</div></div></body></html>`
  )
  const png = await page.screenshot()
  await page.close()
  return png
}

function softened(text: string, language: OcrLanguage): string {
  return text.replace(/\p{L}{6,}/gu, (word) => {
    const points = new Set(hyphenPoints(word, tagOf(language)))
    return [...word].map((letter, i) => (points.has(i) ? `&shy;${letter}` : letter)).join('')
  })
}

/** The page as a graymap with the noise of a scanner: the same each time. */
async function scanned(browser: Browser, png: Buffer, seed: number): Promise<Uint8Array> {
  const page = await browser.newPage()
  const base64 = await page.evaluate(
    async ({ source, seed: start }) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob())
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d')!
      context.drawImage(bitmap, 0, 0)
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
      let state = start
      const random = (): number => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32
      const head = `P5\n${bitmap.width} ${bitmap.height}\n255\n`
      const out = new Uint8Array(head.length + data.length / 4)
      for (let i = 0; i < head.length; i++) out[i] = head.charCodeAt(i)
      for (let i = 0; i < data.length / 4; i++) {
        const grey = (data[i * 4]! * 77 + data[i * 4 + 1]! * 151 + data[i * 4 + 2]! * 28) / 256
        const noise = (random() + random() + random() + random() - 2) * 43
        const isSpeck = random() < 0.004
        out[head.length + i] = Math.max(
          0,
          Math.min(255, isSpeck ? (random() < 0.5 ? 0 : 255) : 20 + grey * 0.86 + noise)
        )
      }
      let text = ''
      for (let i = 0; i < out.length; i += 8192) text += String.fromCharCode(...out.subarray(i, i + 8192))
      return btoa(text)
    },
    { source: png.toString('base64'), seed }
  )
  await page.close()
  return Buffer.from(base64, 'base64')
}

function distance(a: string, b: string): number {
  let before = Uint32Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint32Array(b.length + 1)
    row[0] = i
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    before = row
  }
  return before[b.length]!
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()
const asked = process.argv.slice(2).filter((word): word is OcrLanguage => OCR_LANGUAGES.some((name) => name === word))
const executablePath = CHROMES.find(existsSync)
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
})
let isMissed = false
try {
  for (const language of asked.length > 0 ? asked : OCR_LANGUAGES) {
    for (const columns of [1, 2]) {
      const bytes = await scanned(browser, await setPage(browser, language, columns), 7)
      const scan = await openScan(bytes, { name: 'page', mediaType: 'image/png', languages: [language] })
      const start = process.cpuUsage()
      const page = await scan.recognise(1)
      const { user, system } = process.cpuUsage(start)
      await scan.close()
      const paragraphs = page?.paragraphs ?? []
      const wanted = folded(PAGE_TEXTS[language].join(' '))
      const found = folded(paragraphs.map(({ text }) => text).join(' '))
      const error = distance(wanted, found) / wanted.length
      const words = new Set(wanted.split(' '))
      const marked = { wrong: 0, right: 0 }
      const all = { wrong: 0, right: 0 }
      for (const { text, doubts } of paragraphs) {
        for (const { 0: word, index } of text.matchAll(/\S+/g)) {
          const kind = words.has(word) ? 'right' : 'wrong'
          all[kind]++
          if (doubts.some(({ start: from, end }) => from < index + word.length && end > index)) marked[kind]++
        }
      }
      const ms = (user + system) / 1000
      isMissed ||= error > ERROR_BAR || ms > CPU_BAR_MS
      console.log(
        `${OCR_LANGUAGE_NAMES[language].padEnd(8)} ${columns === 1 ? 'one column ' : 'two columns'}  error ${(error * 100).toFixed(2)} %  CPU ${(ms / 1000).toFixed(1)} s  confidence ${page && page.words > 0 ? Math.round(page.confidence / page.words) : '–'}  marked ${marked.wrong} of ${all.wrong} wrong words, ${marked.right} of ${all.right} right`
      )
      if (process.argv.includes('--text'))
        console.log(paragraphs.map(({ type, text }) => `[${type}] ${text}`).join('\n'))
    }
  }
} finally {
  await browser.close()
}
process.exitCode = isMissed ? 1 : 0
