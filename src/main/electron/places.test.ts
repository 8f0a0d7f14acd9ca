import { join, resolve } from 'node:path'
import type { WebFrameMain } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { contract, isPageRequest, type RequestName } from '../../shared/api/contract.ts'
import { DIALOG_PURPOSES, ENDINGS, placeUses, PURPOSES, type Purpose } from '../../shared/api/place.ts'
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/composition/options.ts'
import type { Handlers } from '../use-cases/handlers.ts'
import { createDropTaker, createGateway, type Sender } from './gateway.ts'
import { Places, whyUnsafe } from './places.ts'
import { START_URL } from './security.ts'
import { placesOf } from './translate.ts'

/** Those that a page may ask: none of them may take a path. */
const NAMES = Object.keys(contract).filter(isPageRequest)
const PAGE: Sender = { sender: { id: 7 }, senderFrame: { url: START_URL, parent: null } as WebFrameMain }
const HOME = resolve('/home/reporter')

/** A gateway whose handlers say what they were given. */
function gateway(places = new Places()) {
  const handled = vi.fn()
  const handlers = Object.fromEntries(
    NAMES.map((name) => [name, async (input: unknown) => (handled(name, input), {} as never)])
  )
  const log = { write: vi.fn(), settled: () => Promise.resolve() }
  const answer = createGateway({ handlers: handlers as unknown as Handlers, pageId: () => 7, places, log })
  return { ask: (name: RequestName, input: unknown) => answer(PAGE, name, input), handled, places }
}

/** What a request needs beside its places. */
const BESIDE: Partial<Record<RequestName, object>> = {
  'case.create': { title: 'Ferry', tlp: 'TLP:AMBER' },
  'bundle.write': { maxTlp: null },
  'merge.apply': { decisions: {} },
  'codebook.savePassages': { id: 't', below: true },
  'brief.exportMarkdown': { id: 'b' },
  'export.pdf': { briefId: 'b', options: DEFAULT_EXPORT_OPTIONS, acceptFindings: true },
  'export.document': { briefId: 'b', options: DEFAULT_EXPORT_OPTIONS, acceptFindings: true, format: 'docx' }
}

/** The usual path for a purpose. */
function pathFor(purpose: Purpose): string {
  return join(HOME, `Briefing${ENDINGS[purpose]?.[0] ?? ''}`)
}

/** Each request that takes places, and each of its places. */
const TAKERS = NAMES.flatMap((name) => placesOf(name).map(([field, use]) => ({ name, field, use })))

/** An input in which all places are good but the one that is given. */
function inputWith(places: Places, name: RequestName, field: string, value: unknown): object {
  const good = placesOf(name).map(([other, { purposes, fits }]) => {
    const purpose = fits?.(BESIDE[name]!) ?? purposes[0]!
    return [other, places.choose(purpose, [pathFor(purpose)])]
  })
  return { ...BESIDE[name], ...Object.fromEntries(good), [field]: value }
}

async function expectRefused(value: unknown, { name, field }: (typeof TAKERS)[number], why: string, places?: Places) {
  const { ask, handled, places: own } = gateway(places)
  const result = await ask(name, inputWith(own, name, field, value))
  expect(result, `${name}: ${field} with ${why}`).toMatchObject({
    ok: false,
    error: { code: 'bad-request', message: expect.stringMatching(/^[A-Z“].*[.!]$/) }
  })
  expect(handled, `${name}: ${field} with ${why}`).not.toHaveBeenCalled()
}

describe('the contract', () => {
  /** Names that a field with a path might bear. */
  const PATHLIKE = /path|file|folder|director|place|dest|target|location|bundle|backup$|^base$|^from$|^to$|^out$/i

  function* fieldsOf(schema: z.core.$ZodType, at: string[] = []): Generator<[string[], z.core.$ZodType]> {
    yield [at, schema]
    if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) yield* fieldsOf(schema.unwrap(), at)
    else if (schema instanceof z.ZodArray) yield* fieldsOf(schema.element, [...at, '*'])
    else if (schema instanceof z.ZodRecord) yield* fieldsOf(schema.valueType, [...at, '*'])
    else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* fieldsOf(option, at)
    else if (schema instanceof z.ZodObject)
      for (const [key, inner] of Object.entries(schema.shape as z.core.$ZodLooseShape))
        yield* fieldsOf(inner, [...at, key])
  }

  it('declares every field of a request that could be a path as a place, and has places nowhere but on top', () => {
    const found: string[] = []
    for (const name of NAMES) {
      for (const [at, schema] of fieldsOf(contract[name].input)) {
        const isPlace = placeUses.has(schema)
        if (isPlace) expect(at, name).toHaveLength(1)
        if (isPlace) found.push(`${name} ${at[0]}`)
        if (schema instanceof z.ZodString && PATHLIKE.test(at.at(-1) ?? ''))
          expect(isPlace, `${name}: ${at.join('.')} is a string and named like a path`).toBe(true)
      }
    }
    expect(found).toEqual([
      'app.forget path',
      'shell.open path',
      'shell.show path',
      'case.create path',
      'case.open path',
      'backup.list path',
      'backup.restore path',
      'backup.restore backup',
      'merge.preview path',
      'merge.preview base',
      'merge.apply path',
      'merge.apply base',
      'bundle.write path',
      'bundle.open bundle',
      'bundle.open path',
      'import.start paths',
      'import.saveReport path',
      'codebook.savePassages path',
      'codebook.save path',
      'codebook.saveProject path',
      'codebook.open path',
      'codebook.openProject path',
      'brief.importMarkdown path',
      'brief.exportMarkdown path',
      'export.pdf path',
      'export.document path',
      'verify.pdf path'
    ])
  })

  it('gives whatever is written endings of its own, none of which the system would run', () => {
    for (const [purpose, endings] of Object.entries(ENDINGS)) {
      expect(DIALOG_PURPOSES, purpose).toContain(purpose)
      for (const ending of endings)
        expect(ending).toMatch(/^\.(pdf|docx|html?|md|markdown|csv|json|jsonld|qdc|qdpx|zip)$/)
    }
    for (const purpose of DIALOG_PURPOSES.filter((name) => name.startsWith('save-')))
      expect(ENDINGS[purpose], purpose).toBeDefined()
  })
})

describe.each(TAKERS)('$name takes for $field', (taker) => {
  const { name, field, use } = taker

  it('what was chosen for it, as a path', async () => {
    for (const purpose of use.purposes) {
      if (use.fits && use.fits(BESIDE[name]!) !== purpose) continue
      const { ask, handled, places } = gateway()
      const path = pathFor(purpose)
      await ask(name, inputWith(places, name, field, places.choose(purpose, [path])))
      expect(handled.mock.calls[0]?.[1], purpose).toMatchObject({ [field]: use.many ? [path] : path })
    }
  })

  it('no path', async () => {
    const paths = [
      join(HOME, '.config/autostart/run.desktop'),
      '/etc/passwd',
      'C:\\a.lnk',
      '../a.pdf',
      'file:///a.pdf',
      ''
    ]
    for (const path of paths) await expectRefused(path, taker, path)
    for (const value of [[HOME], { path: HOME }, 7, true, new Uint8Array(32)])
      await expectRefused(value, taker, String(value))
  })

  it('no token that was made up, changed, or of another session', async () => {
    const places = new Places()
    const purpose = use.fits?.(BESIDE[name]!) ?? use.purposes[0]!
    const token = places.choose(purpose, [pathFor(purpose)])
    const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1)
    for (const forged of [changed, token.slice(1), `${token} `, 'A'.repeat(32), '__proto__', 'constructor'])
      await expectRefused(forged, taker, 'a forged token', places)
    await expectRefused(new Places().choose(purpose, [pathFor(purpose)]), taker, 'another session’s')
  })

  it('no token of another purpose', async () => {
    for (const other of PURPOSES.filter((purpose) => !use.purposes.includes(purpose))) {
      const places = new Places()
      await expectRefused(places.choose(other, [pathFor(other)]), taker, other, places)
    }
    for (const other of use.purposes) {
      if (!use.fits || use.fits(BESIDE[name]!) === other) continue
      const places = new Places()
      await expectRefused(places.choose(other, [pathFor(other)]), taker, other, places)
    }
  })

  it('not several where it takes one', async () => {
    if (use.many) return
    const places = new Places()
    const purpose = use.fits?.(BESIDE[name]!) ?? use.purposes[0]!
    await expectRefused(places.choose(purpose, [pathFor(purpose), pathFor(purpose)]), taker, 'several', places)
  })
})

describe('a place to save at', () => {
  const SAVES = DIALOG_PURPOSES.filter((purpose) => ENDINGS[purpose])

  it.each(SAVES)('for %s has its endings, and a name that every system takes', (purpose) => {
    const [ending] = ENDINGS[purpose]!
    expect(() => new Places().choose(purpose, [join(HOME, `Briefing${ending.toUpperCase()}`)])).not.toThrow()
    for (const name of [
      'run.desktop',
      'run.exe',
      'run.lnk',
      'run.sh',
      `run${ending}.desktop`,
      `run${ending}.`,
      `run${ending} `,
      'run',
      ending,
      `../run${ending}`,
      `a\u0000${ending}`,
      `a\nb${ending}`,
      `a\u001b[2J${ending}`,
      `CON${ending}`,
      `nul${ending}`,
      `Lpt1.x${ending}`,
      `com¹${ending}`
    ]) {
      expect(() => new Places().choose(purpose, [`${HOME}/${name}`]), JSON.stringify(name)).toThrow(
        /Nothing was written/
      )
    }
    expect(() => new Places().choose(purpose, [`Briefing${ending}`])).toThrow(/Nothing was written/)
  })

  it('has no name on Windows that means something else there', () => {
    for (const name of ['run.exe:a.pdf', 'a|b.pdf', 'a?.pdf'])
      expect(whyUnsafe(`${HOME}/${name}`, 'export-pdf', 'win32'), name).not.toBeNull()
    expect(whyUnsafe('//./pipe/a.pdf', 'export-pdf', 'win32')).not.toBeNull()
    expect(whyUnsafe(`${HOME}/Ferry: why.pdf`, 'export-pdf', 'linux')).toBeNull()
  })

  it('serves one request; one that was refused leaves it', async () => {
    const { ask, handled, places } = gateway()
    const place = places.choose('export-pdf', [pathFor('export-pdf')])
    const bundle = places.choose('open-bundle', [join(HOME, 'a.zip')])
    const folder = places.choose('new-case', [join(HOME, 'Case')])
    await ask('bundle.open', { bundle: place, path: folder })
    expect(handled).not.toHaveBeenCalled()
    await ask('bundle.open', { bundle, path: folder })
    expect(handled).toHaveBeenCalledOnce()
    expect(await ask('bundle.open', { bundle, path: folder })).toMatchObject({ error: { code: 'bad-request' } })
    const request = { ...BESIDE['export.pdf'], path: place }
    await ask('export.pdf', request)
    expect(handled).toHaveBeenCalledTimes(2)
    expect(await ask('export.pdf', request)).toMatchObject({ error: { code: 'bad-request' } })
    expect(handled).toHaveBeenCalledTimes(2)
  })
})

describe('what main knows', () => {
  it('is told to the page with a place beside each path, the same one each time', async () => {
    const places = new Places()
    const entry = { path: join(HOME, 'Case'), title: 'A', tlp: null, openedAt: '2031-01-01T00:00:00Z', present: true }
    const handlers = { 'app.recent': async () => [entry] } as unknown as Handlers
    const log = { write: vi.fn(), settled: () => Promise.resolve() }
    const answer = createGateway({ handlers, pageId: () => 7, places, log })
    const first = (await answer(PAGE, 'app.recent', {})) as { value: { place: string }[] }
    expect(first.value).toEqual([{ ...entry, place: expect.stringMatching(/^[\w-]{32}$/) }])
    expect(await answer(PAGE, 'app.recent', {})).toEqual(first)
    const { ask, handled } = gateway(places)
    await ask('case.open', { path: first.value[0]!.place })
    expect(handled).toHaveBeenCalledExactlyOnceWith('case.open', { path: entry.path })
  })

  it('is forgotten where there is too much of it, the oldest first', () => {
    const places = new Places()
    const first = places.know('known-case', join(HOME, 'first'))
    const kept = places.know('known-case', join(HOME, 'kept'))
    for (let number = 0; number < 5_000; number++) {
      places.choose('dropped', [join(HOME, String(number))])
      places.know('known-case', join(HOME, 'kept'))
    }
    const use = { purposes: ['known-case'] as const, many: false }
    expect(places.look(kept, use, {})).toEqual([join(HOME, 'kept')])
    expect(() => places.look(first, use, {})).toThrow(/Choose it again/)
    expect(places.know('known-case', join(HOME, 'first'))).not.toBe(first)
  })
})

describe('what was chosen', () => {
  it('is not kept without end, however many files it is', () => {
    const places = new Places()
    const many = Array.from({ length: 100_000 }, (_, number) => join(HOME, String(number)))
    const tokens = Array.from({ length: 6 }, () => places.choose('dropped', many))
    const use = { purposes: ['dropped'] as const, many: true }
    expect(() => places.look(tokens[0]!, use, {})).toThrow(/Choose it again/)
    expect(places.look(tokens[5]!, use, {})).toHaveLength(100_000)
  })
})

describe('a drop', () => {
  it('gives a place to read from, for the files that have one', () => {
    const places = new Places()
    const take = createDropTaker({ pageId: () => 7, places })
    const path = join(HOME, 'a.txt')
    expect(take(PAGE, ['', path])).toMatchObject({ ok: true, value: { paths: [path] } })
    expect(take(PAGE, ['', ''])).toEqual({ ok: true, value: null })
    expect(take(PAGE, [])).toEqual({ ok: true, value: null })
  })

  it('is taken from our page alone, and as paths alone', () => {
    const take = createDropTaker({ pageId: () => 7, places: new Places() })
    const elsewhere = { ...PAGE, sender: { id: 8 } }
    expect(take(elsewhere, [join(HOME, 'a')])).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    for (const paths of [null, 'a', [7], ['relative.txt'], ['/a\0b'], { length: 1, 0: '/a' }])
      expect(take(PAGE, paths), JSON.stringify(paths)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })
})
