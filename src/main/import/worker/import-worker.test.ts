import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createImportWorker, type ImportWorker } from './import-worker.ts'
import { assertBlocks } from '../extracted/blocks.ts'
import type { Extracted, FileHint } from '../extracted/extracted.ts'
import { read } from '../reading/read.ts'
import { documentOf, named } from '../reading/document.test-helper.ts'

const url = new URL('./worker.ts', import.meta.url)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const article =
  '<html><body><article><h1>Board held memo back</h1>' +
  '<p>The harbour board held the memo back, two officials said.</p>'.repeat(12) +
  '</article></body></html>'

describe('import worker', () => {
  let worker: ImportWorker
  beforeAll(() => {
    worker = createImportWorker(url)
  })
  afterAll(() => worker.close())

  it('extracts files one after another in one thread', async () => {
    const [first, second] = await Promise.all([
      worker.read(bytes(article), named('a.html')),
      worker.read(bytes('Memo withheld\n\nThe board said nothing.\n\nThe inquiry waits.'), named('b.txt'))
    ])
    expect(documentOf(first).metadata.title.value).toBe('Board held memo back')
    expect(documentOf(second).text).toBe('Memo withheld\nThe board said nothing.\nThe inquiry waits.')
  })

  it('passes the importer’s own errors on as they are', async () => {
    await expect(worker.read(bytes('<svg></svg>'), named('memo.svg'))).rejects.toMatchObject({
      code: 'unsupported'
    })
    await expect(worker.read(bytes(' \n '), named('blank.txt'))).rejects.toMatchObject({
      code: 'empty'
    })
    await expect(worker.read(new Uint8Array(65 * 1024 * 1024), named('huge.txt'))).rejects.toMatchObject({
      code: 'too-large'
    })
  })

  it('stops a file at the time limit and serves the next one', async () => {
    const source = `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id, hint }) => {
        while (hint.name === 'endless.html');
        parentPort.postMessage({ kind: 'failed', id, error: { code: 'empty', message: 'served' } })
      })`
    const stubborn = createImportWorker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
      timeoutMs: 3000
    })
    await expect(stubborn.read(bytes('x'), named('endless.html'))).rejects.toMatchObject({
      code: 'timeout'
    })
    await expect(stubborn.read(bytes('x'), named('next.html'))).rejects.toMatchObject({
      message: 'served'
    })
    await stubborn.close()
  })

  it('believes no answer that is not an extraction', async () => {
    const source = `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id }) => parentPort.postMessage({ kind: 'read', id, reading: { document: { text: 5 } } }))`
    const lying = createImportWorker(new URL(`data:text/javascript,${encodeURIComponent(source)}`))
    await expect(lying.read(bytes('x'), named('a.txt'))).rejects.toMatchObject({ code: 'unreadable' })
    await lying.close()
  })

  it('stops a file at the memory limit and serves the next one', async () => {
    const source = `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id, hint }) => {
        for (const hoard = []; hint.name === 'endless.html'; ) hoard.push(Array.from({ length: 1000 }, () => ({})))
        parentPort.postMessage({ kind: 'failed', id, error: { code: 'empty', message: 'served' } })
      })`
    const small = createImportWorker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { memoryMb: 32 })
    await expect(small.read(bytes('x'), named('endless.html'))).rejects.toMatchObject({
      code: 'out-of-memory'
    })
    await expect(small.read(bytes('x'), named('next.html'))).rejects.toMatchObject({
      message: 'served'
    })
    await small.close()
  })

  it('leaves a thread whose heap a file has filled, and keeps one that is small', async () => {
    const source = `import { parentPort, threadId } from 'node:worker_threads'
      let hoard = []
      parentPort.on('message', ({ id, hint }) => {
        if (hint.name === 'large.html') hoard = Array.from({ length: 40 }, () => Array.from({ length: 100000 }, () => ({})))
        parentPort.postMessage({ kind: 'failed', id, error: { code: 'empty', message: String(threadId) } })
      })`
    const worker = createImportWorker(new URL(`data:text/javascript,${encodeURIComponent(source)}`))
    const threadOf = async (name: string): Promise<string> =>
      worker.read(bytes('x'), named(name)).then(
        () => 'read',
        (error: Error) => error.message
      )
    const first = await threadOf('a.html')
    expect(await threadOf('b.html')).toBe(first)
    expect(await threadOf('large.html')).toBe(first)
    expect(await threadOf('c.html')).not.toBe(first)
    await worker.close()
  })

  it('counts memory outside the heap too', async () => {
    const source = `import { parentPort } from 'node:worker_threads'
      const hoard = []
      parentPort.on('message', ({ id, hint }) => {
        if (hint.name === 'bomb.pdf') setInterval(() => hoard.push(Buffer.alloc(8 << 20, 1)), 5)
        else parentPort.postMessage({ kind: 'failed', id, error: { code: 'empty', message: 'served' } })
      })`
    const small = createImportWorker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { memoryMb: 200 })
    await expect(small.read(bytes('x'), named('bomb.pdf'))).rejects.toMatchObject({ code: 'out-of-memory' })
    await expect(small.read(bytes('x'), named('next.html'))).rejects.toMatchObject({ message: 'served' })
    await small.close()
  })

  it('cancels the file at work and those that wait', async () => {
    const controller = new AbortController()
    const heavy = bytes(`<html><body>${'<p><b>a</b><i>b</i></p>'.repeat(300_000)}`)
    const running = worker.read(heavy, named('running.html'), controller.signal)
    const waiting = worker.read(bytes('Text.'), named('waiting.txt'), controller.signal)
    setTimeout(() => controller.abort(), 50)
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    await expect(worker.read(bytes('A.\n\nB.'), named('after.txt'))).resolves.toMatchObject({
      document: { text: 'A.\nB.' }
    })
  })

  it('rejects what waits when it is closed', async () => {
    const closing = createImportWorker(url)
    const waiting = closing.read(bytes(article), named('a.html'))
    const outcome = expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    await closing.close()
    await outcome
  })

  it('says that a worker which cannot start could not read the file', async () => {
    const broken = createImportWorker(new URL('./no-such-worker.ts', import.meta.url))
    await expect(broken.read(bytes('Text.'), named('a.txt'))).rejects.toMatchObject({
      code: 'unreadable'
    })
    await broken.close()
  })
})

// A machine under load may need long; what matters is that each file ends.
describe('hostile files', () => {
  let worker: ImportWorker
  const readOf = async (source: Uint8Array, hint: FileHint): Promise<Extracted> =>
    documentOf(await worker.read(source, hint))
  beforeAll(() => {
    worker = createImportWorker(url, { timeoutMs: 60_000 })
  })
  afterAll(() => worker.close())

  const nested = (open: string, close: string, depth: number): string =>
    `${open.repeat(depth)}The memo exists.${close.repeat(depth)}`
  const cases: Record<string, [string, string, RegExp | string]> = {
    'ten thousand nested elements': [
      'deep.html',
      `<html><body>${nested('<div>', '</div>', 10_000)}</body></html>`,
      /The memo exists\./
    ],
    'ten thousand nested inline elements': [
      'inline.html',
      `<html><body><p>${nested('<b>', '</b>', 10_000)}</p></body></html>`,
      /The memo exists\./
    ],
    'nested lists in Markdown': [
      'lists.md',
      `${Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- item ${i}`).join('\n')}`,
      /item 0/
    ],
    'nested quotes in Markdown': ['quotes.md', `${'>'.repeat(2_000)} The memo exists.`, /The memo exists\./],
    'unclosed brackets in Markdown': ['brackets.md', `Text.\n\n${'['.repeat(5_000)}`, /Text\./],
    'five million characters in one paragraph': [
      'long.txt',
      'The board said no word of the memo. '.repeat(140_000),
      /no word of the memo/
    ],
    'five million characters in one HTML paragraph': [
      'long.html',
      `<html><body><p>${'The board said no word. '.repeat(210_000)}</p>`,
      /no word/
    ],
    'five million characters without a space': ['word.txt', 'x'.repeat(5_000_000), 'x'.repeat(5_000_000)],
    'broken entities': [
      'entities.html',
      `<html><body><p>${'&#xFFFFFFFF;&#0;&amp;&nosuch;&#55296; memo '.repeat(50)}</p>`,
      /memo/
    ],
    'an element that swallows the rest': [
      'plaintext.html',
      `<html><body><p>Before the memo.</p><plaintext><p>After the memo.</p>`,
      /Before the memo[\s\S]*After the memo/
    ],
    'a huge attribute': [
      'attribute.html',
      `<html><body><p title="${'a'.repeat(2_000_000)}" class="${'date '.repeat(100_000)}">The memo exists.</p>`,
      /The memo exists\./
    ],
    'twenty thousand meta elements': [
      'meta.html',
      `<html><head>${'<meta name="author" content="Tove Lind">'.repeat(20_000)}</head><body><p>The memo exists.</p>`,
      /The memo exists\./
    ],
    'regular expressions led astray': [
      'regex.txt',
      `${'By '.repeat(3_000)}\n${'Published: '.repeat(2_000)}\n${'A, '.repeat(4_000)}(Agency - \n${'1 1 1 March '.repeat(4_000)}\nThe memo exists.`,
      /The memo exists\./
    ]
  }
  for (const [what, [name, source, expected]] of Object.entries(cases)) {
    it(`reads ${what}`, async () => {
      const extracted = await readOf(bytes(source), named(name))
      // Texts too long for an expression, or for a difference to be shown.
      if (typeof expected === 'string') expect(extracted.text === expected).toBe(true)
      else expect(extracted.text).toMatch(expected)
      assertBlocks(extracted.text, extracted.blocks)
    })
  }

  it('keeps script, hidden text and frames out of the text', async () => {
    const source = `<html><body onload="alert(1)"><script>document.body.textContent = 'script text'</script><noscript><p>noscript text</p></noscript><iframe srcdoc="<p>frame text</p>">inside frame</iframe><style>p::after { content: 'style text' }</style><p>The memo exists.</p><p hidden>hidden text</p><p style="display: none">undisplayed text</p></body></html>`
    const { text } = await readOf(bytes(source), named('page.html'))
    expect(text).toBe('The memo exists.')
  })

  it('takes __proto__ and constructor in JSON-LD and front matter as keys like others', async () => {
    const ld = `{"__proto__": {"polluted": true}, "@type": "NewsArticle", "headline": "Board held memo back", "author": {"__proto__": {"name": "Nobody"}, "name": "Tove Lind"}, "constructor": {"prototype": {"polluted": true}}}`
    const page = await readOf(
      bytes(
        `<html><head><script type="application/ld+json">${ld}</script></head><body><p>The memo exists.</p></body></html>`
      ),
      named('page.html')
    )
    expect(page.metadata.authors.value).toEqual(['Tove Lind'])
    const note = await readOf(
      bytes('---\n__proto__:\n  polluted: true\ntitle: Board held memo back\n---\nThe memo exists.'),
      named('note.md')
    )
    expect(note.metadata.title.value).toBe('Board held memo back')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('does not unfold aliases upon aliases in front matter', async () => {
    const lines = ['a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]']
    for (const [name, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'].map((pair) => [pair[0], pair[1]])) {
      lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${from}`).join(',')}]`)
    }
    const source = `---\n${lines.join('\n')}\ntitle: Board held memo back\nauthor: *i\n---\n\nThe memo exists.`
    const extracted = await readOf(bytes(source), named('bomb.md'))
    expect(extracted.metadata.title.value).toBe('Board held memo back')
    expect(extracted.text).toContain('The memo exists.')
  })

  it('shows lone surrogates and NUL, and keeps bidirectional controls', async () => {
    const { text } = await readOf(
      bytes('Memo held\u0000 back\n\nThe board \u202Esaid\u202C nothing.\n\nIt waits.'),
      named('bidi.txt')
    )
    expect(text).toBe('Memo held\uFFFD back\nThe board \u202Esaid\u202C nothing.\nIt waits.')
    const page = await readOf(
      bytes('<p>Memo &#xD800; held.</p><p>The board waits.</p><p>So does the inquiry.</p>'),
      named('page.html')
    )
    expect(page.text).toContain('Memo \uFFFD held.')
    const escapes = await readOf(
      bytes(
        '<title>Board &#27;[31mheld&#x9B;0m memo back</title><p>The &#7;memo&#0; exists.</p><p>The board waits.</p>'
      ),
      named('page.html')
    )
    for (const character of escapes.text + JSON.stringify(escapes.metadata)) {
      const point = character.codePointAt(0)!
      expect(point === 10 || (point >= 32 && (point < 127 || point > 159)), escapes.text).toBe(true)
    }
    expect(JSON.stringify(escapes.metadata)).not.toContain('\\u00')
  })
})

describe('the time that a file may take', () => {
  const worker = (source: string, timeoutMs: number): ImportWorker =>
    createImportWorker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { timeoutMs })
  const served = `parentPort.postMessage({ kind: 'failed', id, error: { code: 'empty', message: 'served' } })`

  it.each([
    ['works without end', 'for (;;);'],
    ['searches with an expression that backtracks', `/^(a+)+$/.test('a'.repeat(60) + 'b')`],
    [
      'inflates without end',
      `const { deflateSync, inflateSync } = await import('node:zlib'); const all = deflateSync(Buffer.alloc(1e8)); for (;;) inflateSync(all)`
    ],
    ['waits for what never comes', 'await new Promise(() => setInterval(() => {}, 1000))'],
    ['is in a long call of the engine', `for (;;) 'a'.repeat(2e7).indexOf('a'.repeat(5000) + 'b')`]
  ])('ends for a thread that %s, and the next file is served', async (_, work) => {
    const stubborn = worker(
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', async ({ id, hint }) => {
         if (hint.name === 'endless.txt') { ${work} }
         ${served}
       })`,
      500
    )
    await expect(stubborn.read(bytes('x'), named('endless.txt'))).rejects.toMatchObject({ code: 'timeout' })
    await expect(stubborn.read(bytes('x'), named('next.txt'))).rejects.toMatchObject({ message: 'served' })
    await stubborn.close()
  })
})

describe('files with too many pieces', () => {
  it('are refused, since the program that takes them over would stand still', async () => {
    await expect(read(bytes('x word\n\n'.repeat(500_001)), named('lines.txt'))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('500,001 paragraphs') as string
    })
    const works = 'TY  - NEWS\nTI  - a\nER  - \n'.repeat(100_001)
    await expect(read(bytes(works), named('works.ris'))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('100,001 works') as string
    })
  })
})
