import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync, inflateSync } from 'node:zlib'
import type { OcrLanguage } from '../../../shared/source/recognition.ts'
import { unfiltered } from './png-rows.ts'
import { toGraymap, type GreyImage } from './grey.ts'

/** Found through the package, so that sources and built files find the same. */
const locate = createRequire(import.meta.url)
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm'

/** What is used of Tesseract as compiled to WebAssembly. */
interface TesseractApi {
  Init(path: string, languages: string, mode: number): number
  SetVariable(name: string, value: string): boolean
  SetImageFile(orientation: number, radians: number): number
  FindLines(): number
  GetGradient(): number
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  WriteImage(kind: number, path: string): void
  Version(): string
  End(): void
}
interface TesseractModule {
  FS: {
    writeFile(path: string, data: Uint8Array): void
    readFile(path: string): Uint8Array
    unlink(path: string): void
  }
  TessBaseAPI: new () => TesseractApi
}
type TesseractCore = (options: {
  wasmBinary: Uint8Array
  print: () => void
  printErr: () => void
}) => Promise<TesseractModule>

/** LSTM only: the data have nothing else. */
const LSTM = 1
/** Of `WriteImage`. */
const GREY = 1
/** Under this name alone it is written, whatever is asked for. */
const WRITTEN = '/image.png'
/** Fully automatic segmentation of the page, without telling how it is turned. */
const AUTOMATIC = '3'
/** Less than that is left as it is (0.3°): turning blurs. */
const SMALLEST_TURN = 0.005

/** A word that was recognised. `confidence` is Tesseract's, 0 to 100; places in pixels of the picture that was read. */
export interface RecognisedWord {
  text: string
  confidence: number
  /** Numbers of the block, the paragraph in it and the line in that. */
  block: number
  paragraph: number
  line: number
  top: number
  height: number
}

/**
 * Tesseract with the data of some languages, in this thread's memory. It has a file system of its own, in memory too: it reads nothing of the disk, and opens no
 * connection. The caller gives the thread up when a picture takes too long.
 */
export class OcrEngine {
  readonly #module: TesseractModule
  /** One for each language. */
  readonly #apis: readonly TesseractApi[]
  /** Tesseract's version, such as `5.1.0`. */
  readonly version: string

  private constructor(module: TesseractModule, apis: readonly TesseractApi[]) {
    this.#module = module
    this.#apis = apis
    this.version = apis[0]!.Version().split('-')[0]!
  }

  static async load(languages: readonly OcrLanguage[]): Promise<OcrEngine> {
    const core = locate(CORE) as TesseractCore
    const wasmBinary = readFileSync(locate.resolve(`${CORE}.wasm`))
    const silent = (): void => undefined
    const module = await core({ wasmBinary, print: silent, printErr: silent })
    const apis = languages.map((language) => {
      const data = gunzipSync(readFileSync(locate.resolve(`#tessdata/${language}.traineddata.gz`)))
      module.FS.writeFile(`/${language}.traineddata`, data)
      const api = new module.TessBaseAPI()
      if (api.Init('/', language, LSTM) !== 0) throw new Error(`Tesseract has no use of its data for ${language}`)
      api.SetVariable('tessedit_pageseg_mode', AUTOMATIC)
      return api
    })
    return new OcrEngine(module, apis)
  }

  /** A picture's pixels, by the readers that Tesseract has (PNG, JPEG, TIFF, WebP); null when it's none of these or damaged. `orientation` is that of Exif. */
  decode(bytes: Uint8Array, orientation: number): GreyImage | null {
    const api = this.#apis[0]!
    this.#module.FS.writeFile('/input', bytes)
    if (api.SetImageFile(orientation, 0) !== 0) return null
    api.WriteImage(GREY, WRITTEN)
    const png = this.#module.FS.readFile(WRITTEN)
    this.#module.FS.unlink(WRITTEN)
    return readGreyPng(png)
  }

  /**
   * Recognises a picture, which is turned level first, in each language by itself: given several at once Tesseract reads words of one as another's that has no such
   * letters (Fahre for Fähre). Of each line the reading counts that is surest as a whole. `dpi` is the resolution of what was photographed or scanned, as far as it's known.
   */
  recognise(image: GreyImage, dpi: number): RecognisedWord[] {
    this.#module.FS.writeFile('/input', toGraymap(image))
    return surest(this.#apis.map((api) => read(api, dpi)))
  }
}

/** The words of the picture in `/input`, as one language's data have them. */
function read(api: TesseractApi, dpi: number): RecognisedWord[] {
  api.SetVariable('user_defined_dpi', String(Math.round(dpi)))
  if (api.SetImageFile(1, 0) !== 0) throw new Error('Tesseract doesn’t take the picture')
  api.FindLines()
  const gradient = api.GetGradient()
  if (Math.abs(gradient) >= SMALLEST_TURN) api.SetImageFile(1, gradient)
  api.Recognize(null)
  return readTable(api.GetTSVText(0))
}

/** The readings of a page joined line by line. Where they don't have the same lines, the one that is surest of the page. */
function surest(readings: readonly RecognisedWord[][]): RecognisedWord[] {
  const [first = [], ...others] = readings
  if (others.length === 0) return first
  const lines = readings.map((words) =>
    Map.groupBy(words, ({ block, paragraph, line }) => `${block} ${paragraph} ${line}`)
  )
  const keys = [...lines[0]!.keys()]
  const isSame = lines.every((each) => each.size === keys.length && keys.every((key) => each.has(key)))
  const best = (candidates: readonly RecognisedWord[][]): RecognisedWord[] =>
    candidates.reduce((a, b) => (confidenceOf(b) > confidenceOf(a) ? b : a))
  return isSame ? keys.flatMap((key) => best(lines.map((each) => each.get(key)!))) : best(readings)
}

/** Mean confidence of words, by their letters; none is as unsure as can be. */
function confidenceOf(words: readonly RecognisedWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  return words.reduce((sum, { confidence, text }) => sum + confidence * text.length, 0) / Math.max(1, letters)
}

/** Rows of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Level 5 is a word. */
function readTable(table: string): RecognisedWord[] {
  return table.split('\n').flatMap((row): RecognisedWord[] => {
    const [level, , block, paragraph, line, , , top, , height, confidence, text = ''] = row.split('\t')
    if (level !== '5' || text.trim() === '') return []
    return [
      {
        text: text.trim(),
        confidence: Number(confidence),
        block: Number(block),
        paragraph: Number(paragraph),
        line: Number(line),
        top: Number(top),
        height: Number(height)
      }
    ]
  })
}

/** The PNG that the engine itself wrote: grey, eight or one bit a pixel, not interlaced. Null when it isn't that. */
function readGreyPng(bytes: Uint8Array): GreyImage | null {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth, color] = [png[24]!, png[25]!]
  if (color !== 0 || (depth !== 8 && depth !== 1)) return null
  const parts: Buffer[] = []
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const length = Math.ceil((width * depth) / 8)
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), height, length)
  if (depth === 8) return { width, height, data: rows }
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = (rows[y * length + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
  return { width, height, data }
}
