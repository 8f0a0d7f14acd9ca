import { globSync } from 'node:fs'
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../..')

/** A part of the project, whose folders may import from those that are named, and from nothing else of it. */
interface Part {
  root: string
  /** What each folder may import; `.` stands for the files of the root itself. */
  allowed: Record<string, readonly string[]>
  /** The folder at the bottom, which all others may import. */
  bottom?: string
  /** The only folders that may know the contract, in which the two shells meet the workspace. */
  knowContract?: readonly string[]
  /** Modules from outside that none of it may import. */
  never?: RegExp
}

const SHARED: Part = {
  root: 'src/shared',
  bottom: 'errors',
  allowed: {
    errors: [],
    wording: [],
    source: [],
    quote: ['wording', 'source'],
    brief: ['wording', 'quote', 'source'],
    case: ['wording', 'search', 'brief', 'quote', 'source'],
    analysis: ['brief', 'quote', 'source'],
    import: ['analysis'],
    search: ['brief', 'quote', 'source'],
    proof: ['brief', 'quote', 'source'],
    composition: ['proof', 'case', 'analysis', 'brief', 'quote', 'source'],
    pdf: ['wording'],
    signature: ['wording', 'pdf', 'brief', 'quote', 'source'],
    verifier: ['wording', 'signature', 'pdf', 'composition', 'proof', 'brief', 'quote', 'source'],
    redaction: ['composition', 'brief', 'quote', 'source'],
    exchange: ['wording', 'case', 'brief', 'quote', 'source'],
    bag: ['wording', 'exchange', 'pdf'],
    api: ['composition', 'import', 'search', 'proof', 'case', 'analysis', 'brief', 'quote', 'source']
  },
  never: /^(?:node:|electron$|react|@tiptap\/|pdfkit|lowdb)/
}

/** Main, bottom up: each folder may use what stands before it and is named. */
const MAIN: Part = {
  root: 'src/main',
  knowContract: ['use-cases', 'cli', 'electron', '.'],
  allowed: {
    base: [],
    store: ['base'],
    search: ['base'],
    zip: [],
    citations: [],
    import: ['zip', 'base'],
    sign: ['base'],
    pdf: ['citations', 'base'],
    exports: ['pdf', 'citations', 'zip'],
    redaction: ['import', 'zip'],
    bundle: ['zip', 'base'],
    qda: ['zip', 'base'],
    'export-worker': ['exports', 'redaction', 'pdf', 'citations', 'base'],
    'use-cases': ['export-worker', 'bundle', 'qda', 'redaction', 'pdf', 'sign', 'import', 'search', 'store', 'base'],
    cli: ['.'],
    electron: ['.', 'use-cases', 'store', 'base'],
    '.': ['cli', 'electron', 'use-cases', 'sign', 'store']
  }
}

/** The PDF: lines, then pages of them, then what is written of these; what reads it back knows nothing of how it's made. */
const PDF: Part = {
  root: 'src/main/pdf',
  allowed: {
    reader: [],
    writer: [],
    images: ['writer'],
    typeset: ['writer'],
    layout: ['images', 'typeset', 'writer'],
    paint: ['layout', 'images', 'typeset', 'writer'],
    proof: ['reader', 'writer'],
    test: [],
    '.': ['proof', 'paint', 'layout', 'images', 'typeset', 'writer', 'reader']
  }
}

/** A folder each: one that is put beside the others is a room of its own. */
const FORMAT_ROOMS = globSync('src/main/import/formats/*/*.ts', { cwd: project }).map((file) => basename(dirname(file)))

/** The formats of import, each a room of its own but for what wraps another; the list stands above them. */
const FORMATS: Part = {
  root: 'src/main/import/formats',
  allowed: {
    ...Object.fromEntries(FORMAT_ROOMS.map((name) => [name, []])),
    epub: ['zip'],
    odt: ['zip'],
    gzip: ['refused'],
    mbox: ['mail'],
    mhtml: ['html'],
    wacz: ['warc'],
    '.': FORMAT_ROOMS
  }
}

/** Import, bottom up: the list of formats stands above all of them, and what reads by it above the list. */
const IMPORT_ROOM: Part = {
  root: 'src/main/import',
  allowed: {
    extracted: [],
    encoding: ['extracted'],
    metadata: ['extracted'],
    markup: ['encoding', 'extracted'],
    container: ['extracted'],
    sniff: ['container', 'encoding', 'extracted'],
    collect: ['encoding', 'extracted'],
    article: ['metadata', 'extracted'],
    press: ['article', 'markup', 'container', 'metadata', 'encoding', 'extracted'],
    documents: ['press', 'article', 'metadata', 'extracted'],
    formats: [
      'documents',
      'press',
      'sniff',
      'article',
      'markup',
      'container',
      'collect',
      'metadata',
      'encoding',
      'extracted'
    ],
    reading: ['formats', 'press', 'sniff', 'metadata', 'encoding', 'extracted'],
    recognition: ['formats', 'extracted'],
    worker: ['recognition', 'reading', 'formats', 'extracted'],
    fixtures: []
  }
}

const BELOW_FEATURES = ['registry', 'parts', 'state', 'ui']
/** What says of itself that it is one, by what it brings along. */
const FEATURES = globSync('src/renderer/*/feature.{ts,tsx}', { cwd: project })
  .map((file) => basename(dirname(file)))
  .filter((name) => name !== 'frame')

/** The window: `ui < state < registry, parts < features < frame`; no feature imports another. */
const RENDERER: Part = {
  root: 'src/renderer',
  allowed: {
    ui: [],
    state: ['ui'],
    registry: ['state', 'ui'],
    parts: ['state', 'ui'],
    ...Object.fromEntries(FEATURES.map((name) => [name, BELOW_FEATURES])),
    frame: [...FEATURES, ...BELOW_FEATURES],
    styles: [],
    '.': ['frame', ...FEATURES, ...BELOW_FEATURES, 'styles']
  }
}

/** What the window knows: itself, the open case, its brief, its sources, an import into it, and how a case is opened and closed. */
const STATE: Part = {
  root: 'src/renderer/state',
  allowed: {
    window: [],
    case: ['window'],
    brief: ['case', 'window'],
    sources: ['brief', 'case', 'window'],
    import: ['sources', 'case', 'window'],
    search: ['sources', 'brief', 'case', 'window'],
    session: ['import', 'sources', 'brief', 'case', 'window']
  }
}

/** The page for who has no Dossier: what reads files knows nothing of what shows them. */
const PAGE: Part = {
  root: 'src/page',
  allowed: { words: [], thread: [], '.': ['thread', 'words'] }
}

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g

interface Imports {
  /** Path of a file, relative to the root. */
  file: string
  specifiers: string[]
}

/** The imports of all code under a folder, those of types too; tests don't count. */
async function importsUnder(root: string): Promise<Imports[]> {
  const found: Imports[] = []
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test(-helper)?\.tsx?$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    if (path.includes(`${sep}node_modules${sep}`)) continue
    const text = await readFile(path, 'utf8')
    found.push({ file: relative(root, path), specifiers: Array.from(text.matchAll(IMPORT), (match) => match[1]!) })
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : 1))
}

function folderOf(file: string): string {
  const [first = '', ...rest] = file.split(sep)
  return rest.length === 0 ? '.' : first
}

/** Imports that a part's folders may not have. */
async function violations({ root, allowed, bottom, knowContract, never }: Part): Promise<string[]> {
  const found: string[] = []
  for (const { file, specifiers } of await importsUnder(root)) {
    const folder = folderOf(file)
    for (const specifier of specifiers) {
      if (never?.test(specifier)) found.push(`${file} imports ${specifier}`)
      if (!specifier.startsWith('.')) continue
      const target = relative(root, resolve(root, dirname(file), specifier))
      // What lies outside of the part is another one's matter, but for the window and the main process, which meet in the contract only.
      if (target.startsWith('..')) {
        if (/^\.\.[\\/](?:main|renderer|preload|page)[\\/]/.test(target)) found.push(`${file} imports ${specifier}`)
        if (knowContract && !knowContract.includes(folder) && /[\\/]shared[\\/]api[\\/]/.test(target))
          found.push(`${file} imports ${specifier}`)
      } else if (![folder, bottom, ...(allowed[folder] ?? [])].includes(folderOf(target)))
        found.push(`${file} imports ${specifier}`)
    }
  }
  return found
}

/** Files that import each other in a circle: each circle once, by its files (Tarjan, 1972). */
async function circles(root: string): Promise<string[][]> {
  const graph = new Map(
    (await importsUnder(root)).map(({ file, specifiers }) => [
      file,
      specifiers
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relative(root, resolve(root, dirname(file), specifier)))
    ])
  )
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (file: string): void => {
    order.set(file, order.size)
    lowest.set(file, order.get(file)!)
    stack.push(file)
    for (const next of graph.get(file)!) {
      if (!graph.has(next)) continue
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!))
    }
    if (lowest.get(file) !== order.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1 || graph.get(file)!.includes(file)) found.push(circle.sort())
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return found
}

const within = (part: Part): Part => ({ ...part, root: join(project, part.root) })

describe('the layers', () => {
  it.each([SHARED, MAIN, IMPORT_ROOM, FORMATS, PDF, RENDERER, STATE, PAGE])('of $root point one way', async (part) => {
    expect(await violations(within(part))).toEqual([])
  })

  it.each(['src', 'bench'])('have no circle of files in %s', async (folder) => {
    expect(await circles(join(project, folder))).toEqual([])
  })

  it.each([SHARED, MAIN, IMPORT_ROOM, FORMATS, PDF, RENDERER, STATE, PAGE])(
    'of $root name every folder there is',
    async ({ root, allowed }) => {
      const entries = await readdir(join(project, root), { withFileTypes: true })
      const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
      expect(folders.filter((name) => !Object.hasOwn(allowed, name))).toEqual([])
    }
  )
})

describe('a planted violation is caught', () => {
  let made: string
  beforeEach(async () => {
    made = await mkdtemp(join(tmpdir(), 'layers-'))
  })
  afterEach(() => rm(made, { recursive: true }))

  async function plant(files: Record<string, string>): Promise<void> {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(made, file)), { recursive: true })
      await writeFile(join(made, file), text)
    }
  }

  it('of the shared core: an import upward, and one of a platform', async () => {
    await plant({
      'brief/fine.ts': "import type { Quote } from '../quote/quote.ts'\n",
      'quote/upward.ts': "import type { Brief } from '../brief/brief.ts'\nimport { readFile } from 'node:fs'\n"
    })
    expect(await violations({ ...SHARED, root: made })).toEqual([
      'quote/upward.ts imports ../brief/brief.ts',
      'quote/upward.ts imports node:fs'
    ])
  })

  it('of the main process: the store that knows a use case, and a shell that knows the other', async () => {
    await plant({
      'store/upward.ts': "import type { OpenCase } from '../use-cases/open-case.ts'\n",
      'cli/sideways.ts': "import { listen } from '../electron/gateway.ts'\n",
      'cli/past-the-workspace.ts': "import { readingError } from '../base/durable.ts'\n",
      'pdf/contract.ts': "import { contract } from '../../shared/api/contract.ts'\n",
      'cli/fine.ts': "import type { Workspace } from '../workspace.ts'\n"
    })
    expect(await violations({ ...MAIN, root: made })).toEqual([
      'cli/past-the-workspace.ts imports ../base/durable.ts',
      'cli/sideways.ts imports ../electron/gateway.ts',
      'pdf/contract.ts imports ../../shared/api/contract.ts',
      'store/upward.ts imports ../use-cases/open-case.ts'
    ])
  })

  it('of the PDF: a verifier that asks the writer', async () => {
    await plant({
      'reader/sideways.ts': "import { literal } from '../writer/operators.ts'\n",
      'paint/fine.ts': "import type { PaintRow } from '../layout/rows.ts'\n"
    })
    expect(await violations({ ...PDF, root: made })).toEqual(['reader/sideways.ts imports ../writer/operators.ts'])
  })

  it('of the window: a feature that imports another, lazily too, and a control that knows the state', async () => {
    await plant({
      'library/sideways.tsx': "export const panel = () => import('../verify/verify-panel.tsx')\n",
      'ui/upward.tsx': "import type { CaseState } from '../state/case.ts'\n",
      'frame/fine.tsx': "import { Library } from '../library/library.tsx'\n"
    })
    expect(await violations({ ...RENDERER, root: made })).toEqual([
      'library/sideways.tsx imports ../verify/verify-panel.tsx',
      'ui/upward.tsx imports ../state/case.ts'
    ])
  })

  it('of what the window knows: the case that knows of its sources', async () => {
    await plant({
      'case/upward.ts': "import { useReader } from '../sources/reader.ts'\n",
      'session/fine.ts': "import { useReader } from '../sources/reader.ts'\n"
    })
    expect(await violations({ ...STATE, root: made })).toEqual(['case/upward.ts imports ../sources/reader.ts'])
  })

  it('of import: metadata that know an article', async () => {
    await plant({
      'metadata/upward.ts': "import { readHead } from '../article/head.ts'\n",
      'article/fine.ts': "import { readCredit } from '../metadata/credits.ts'\n"
    })
    expect(await violations({ ...IMPORT_ROOM, root: made })).toEqual(['metadata/upward.ts imports ../article/head.ts'])
  })

  it('of the formats: one that knows another, lazily too', async () => {
    await plant({
      'pdf/sideways.ts': "export const page = () => import('../html/html.ts')\n",
      'formats.ts': "import { PDF } from './pdf/format.ts'\n"
    })
    expect(await violations({ ...FORMATS, root: made })).toEqual(['pdf/sideways.ts imports ../html/html.ts'])
  })

  it('of a circle, of types alone too', async () => {
    await plant({
      'one.ts': "import type { Two } from './two.ts'\nexport type One = Two\n",
      'two.ts': "import type { Three } from './three/three.ts'\nexport type Two = Three\n",
      'three/three.ts': "import type { One } from '../one.ts'\nexport type Three = One | null\n",
      'apart.ts': "import type { One } from './one.ts'\nexport type Apart = One\n"
    })
    expect(await circles(made)).toEqual([['one.ts', join('three', 'three.ts'), 'two.ts']])
  })
})
