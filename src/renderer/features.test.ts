import { createElement, type ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeAll, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { MenuCommands } from '../shared/api/menu.ts'
import type { FEATURES as Features } from './features.ts'
import type { Command } from './registry/command.ts'
import type { Feature } from './registry/feature.ts'
import type { DialogKinds } from './state/window/dialogs.ts'

// The modules of the window look at it when they are loaded; the library of controls takes one that isn't a browser's amiss, so it comes first.
const load = async () => ({
  features: (await import('./features.ts')).FEATURES,
  registry: await import('./registry/feature.ts'),
  entries: await import('./registry/menu-entries.ts'),
  command: await import('./registry/command.ts'),
  dispatch: await import('./frame/dispatch.ts'),
  palette: await import('./frame/palette.tsx'),
  finding: await import('./frame/finding.ts'),
  layout: await import('./state/window/layout.ts'),
  case: await import('./state/case/case.ts'),
  brief: await import('./state/brief/brief.ts')
})
let window: Awaited<ReturnType<typeof load>>
beforeAll(async () => {
  await import('react-aria-components')
  vi.stubGlobal('window', {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    addEventListener: () => undefined
  })
  window = await load()
})
beforeEach(() => window.registry.registerFeatures(window.features))
afterEach(() => window.case.useCase.setState({ phase: 'none', readOnly: false, sealed: false }))

const byId = (id: string): Command => {
  const found = window.registry.allCommands().find((command) => command.id === id)
  if (!found) throw new Error(`There is no command “${id}”.`)
  return found
}
const doubles = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i)

describe('all commands', () => {
  it('have ids of their own, and keys of their own', () => {
    const commands = window.registry.allCommands()
    expect(commands.length).toBeGreaterThan(50)
    expect(doubles(commands.map(({ id }) => id))).toEqual([])
    expect(doubles(commands.flatMap(({ keys, otherKeys }) => [...(keys ? [keys] : []), ...(otherKeys ?? [])]))).toEqual(
      []
    )
  })

  it('have titles in one style: a capital, words, and an ellipsis of one character where a dialog comes first', () => {
    const titles = window.registry.allCommands().map(({ title }) => title)
    expect(titles.filter((title) => !/^[A-Z][a-z]*(?:,? (?:[a-z]+|PDF|QDA|Markdown))*…?$/.test(title))).toEqual([])
    expect(doubles(titles)).toEqual([])
  })

  it('are such as the application menu takes', () => {
    expect(MenuCommands.safeParse(window.dispatch.menuCommands()).error).toBeUndefined()
  })

  it('are on the sheet of shortcuts when they have keys, in the palette when they make sense', () => {
    const lines = window.registry.keysByArea().flatMap((area) => area.lines)
    const withKeys = window.registry.allCommands().filter(({ keys }) => keys !== undefined)
    for (const { keys, title } of withKeys) expect(lines).toContainEqual([keys, title])
    expect(doubles(lines.map(([, title]) => title))).toEqual([])
    const shown = window.palette.commandEntries().map(({ id }) => id)
    expect(shown).toContain('new-case')
    expect(shown).not.toContain('close-case')
  })

  it('and other keys stand once where they hold: a pane’s own keys come before those that hold everywhere', () => {
    const areas = window.registry.keysByArea()
    for (const { area, lines } of areas) expect([area, doubles(lines.map(([keys]) => keys))]).toEqual([area, []])
    const at = (keys: string) => areas.filter(({ lines }) => lines.some((line) => line[0] === keys)).map((a) => a.area)
    expect(at('Mod I')).toEqual(['window', 'brief'])
    const everywhere = areas.find(({ area }) => area === 'window')?.lines.map(([keys]) => keys) ?? []
    expect(everywhere.filter((keys) => at(keys).length > 1)).toEqual(['Mod I'])
  })

  it.each([
    'import-folder',
    'new-brief',
    'details',
    'verify-case',
    'show-sources',
    'show-quotes',
    'show-outline',
    'next-quote',
    'previous-quote',
    'statement-fact',
    'statement-judgement',
    'statement-assumption'
  ])('have “%s” in the menu, by keys and in the palette', (id) => {
    const { keys, menu, title } = byId(id)
    expect([keys, menu, title].every(Boolean)).toBe(true)
    expect(window.dispatch.menuCommands().find((command) => command.id === id)?.keys).toBe(keys)
  })

  it('know the one by which main asks to lock the case', () => {
    expect(byId('lock-case').title).toBe('Lock the case')
  })
})

describe('what can be chosen', () => {
  const states = [
    null,
    { sealed: false, readOnly: false },
    { sealed: true, readOnly: false },
    { sealed: false, readOnly: true },
    { sealed: true, readOnly: true }
  ]
  const of = (id: string) =>
    states.map((open) => {
      window.case.useCase.setState(
        open ? { phase: 'open', ...open } : { phase: 'none', sealed: false, readOnly: false }
      )
      const item = window.dispatch.menuCommands().find((command) => command.id === id)
      expect(item?.enabled).toBe(window.command.isEnabled(byId(id)))
      return item?.enabled
    })

  it('follows whether a case is open, and whether it is encrypted', () => {
    expect(of('open-case')).toEqual([true, true, true, true, true])
    expect(of('close-case')).toEqual([false, true, true, true, true])
    expect(of('encrypt-case')).toEqual([false, true, false, false, false])
    expect(of('lock-case')).toEqual([false, false, true, false, true])
    expect(of('decrypt-case')).toEqual([false, false, true, false, false])
  })

  it.each(['import-files', 'import-folder', 'import-paste', 'import-markdown', 'merge-case'])(
    'leaves “%s” alone in a case that can only be read',
    (id) => {
      expect(of(id)).toEqual([false, true, true, false, false])
    }
  )

  it.each(['verify-case', 'hand-over', 'backups'])('has “%s” in a case that can only be read, too', (id) => {
    expect(of(id)).toEqual([false, true, true, true, true])
  })

  it('has what hangs on the brief while one is shown, in a case that can only be read, too', () => {
    expect(of('export-pdf')).toEqual([false, false, false, false, false])
    window.brief.useBrief.setState({ phase: 'shown' })
    expect(of('export-pdf')).toEqual([false, true, true, true, true])
    window.brief.useBrief.setState({ phase: 'none' })
  })
})

describe('a feature that is added by one line', () => {
  const ran = vi.fn()
  const stopped = vi.fn()
  const Panel = () => createElement('p', null, 'A panel of the tide tables')
  const Dialog = ({ harbour }: { harbour: string }) => createElement('p', null, `High water at ${harbour}`)
  const tides = {
    commands: [
      {
        id: 'tide-tables',
        title: 'Tide tables…',
        menu: { place: 'view/go', label: 'Tide Tables…' },
        keys: 'Mod Shift Y',
        run: ran
      }
    ],
    // A feature of its own folder declares the kind, as `feature.ts` of the others does.
    dialogs: { tides: Dialog } as Feature['dialogs'] & object,
    subjectCommands: { source: [{ id: 'tide-of-source', title: (id) => `Tide of ${id}…`, run: ran }] },
    keys: [['T', 'The tide, in the tables']],
    start: () => stopped
  } satisfies Feature

  beforeEach(() => {
    ran.mockClear()
    window.registry.registerFeatures([...window.features, tides])
  })

  const stroke = { key: 'Y', ctrlKey: true, metaKey: false, altKey: false, shiftKey: true }

  it('has its command in the application menu, which gives it back by its id', () => {
    expect(window.dispatch.menuCommands().filter(({ place }) => place === 'view/go')).toEqual([
      expect.objectContaining({ id: 'palette', keys: 'Mod K', enabled: false }),
      expect.objectContaining({ id: 'next-quote' }),
      expect.objectContaining({ id: 'previous-quote' }),
      { id: 'tide-tables', label: 'Tide Tables…', place: 'view/go', keys: 'Mod Shift Y', enabled: true },
      expect.objectContaining({ id: 'next-tab', keys: null }),
      expect.objectContaining({ id: 'previous-tab', keys: null }),
      expect.objectContaining({ id: 'close-tab' }),
      expect.objectContaining({ id: 'reopen-tab' })
    ])
    expect(MenuCommands.safeParse(window.dispatch.menuCommands()).success).toBe(true)
  })

  it('has it in the palette, on the sheet of shortcuts, and by its keys', () => {
    const entry = window.palette.commandEntries().find(({ id }) => id === 'tide-tables')
    entry?.run()
    expect(ran).toHaveBeenCalledOnce()
    const everywhere = window.registry.keysByArea().find(({ area }) => area === 'window')?.lines
    expect(everywhere).toContainEqual(['Mod Shift Y', 'Tide tables…'])
    expect(everywhere).toContainEqual(['T', 'The tide, in the tables'])
    expect(window.dispatch.commandOf(stroke, false)).toBe(tides.commands[0])
    expect(window.dispatch.commandOf({ ...stroke, shiftKey: false }, false)).toBeUndefined()
  })

  it('has what it adds to the menu about a source there, beside what others add', () => {
    const groups = window.entries.subjectGroups('source', 'S5')
    const changes = groups.find(({ entries }) => entries.some(({ id }) => id === 'tide-of-source'))!.entries
    expect(changes.map(({ id, disabled }) => [id, disabled])).toContainEqual(['withhold-source', true])
    expect(changes.at(-1)).toMatchObject({ id: 'tide-of-source', label: 'Tide of S5…', disabled: false })
    changes.at(-1)!.onAction()
    expect(ran).toHaveBeenCalledExactlyOnceWith('S5')
    const ids = window.entries.subjectGroups('quote', 'Q1').flatMap(({ entries }) => entries.map(({ id }) => id))
    expect(ids).not.toContain('tide-of-source')
  })

  it('has menus about a source and a quote in parts, with what deletes last and apart', () => {
    expect(window.entries.subjectGroups('source', 'S5')[0]!.entries[0]!.id).toBe('open-source')
    const groups = window.entries.subjectGroups('quote', 'Q1')
    expect(groups[0]!.entries[0]!.id).toBe('show-quote')
    expect(groups.at(-1)!.entries.map(({ id, danger }) => [id, danger])).toEqual([['delete-quote', true]])
    const all = groups.flatMap(({ entries }) => entries.map(({ id }) => id))
    expect(doubles(all)).toEqual([])
  })

  it('has its dialog drawn', () => {
    const View = window.registry.dialogView('tides' as keyof DialogKinds) as ComponentType<object>
    expect(renderToStaticMarkup(createElement(View, { harbour: 'Ferrow' } as object))).toBe(
      '<p>High water at Ferrow</p>'
    )
  })

  it('has its panel in the library’s place', () => {
    vi.stubGlobal('document', { activeElement: null, body: null })
    vi.stubGlobal('requestAnimationFrame', () => 0)
    window.layout.showPanel(Panel)
    expect(window.layout.useLayout.getState().panel).toBe(Panel)
    window.layout.closePanel()
    expect(window.layout.useLayout.getState().panel).toBeNull()
  })

  it('runs as long as the window does', () => {
    window.registry.registerFeatures([tides])
    const stop = window.registry.startFeatures()
    expect(stopped).not.toHaveBeenCalled()
    stop()
    expect(stopped).toHaveBeenCalledOnce()
  })
})

describe('what finds words', () => {
  const finder = (pane: 'library' | 'reader' | 'brief', holds: boolean) => ({
    pane,
    when: { holds: () => holds, subscribe: [] },
    open: () => undefined
  })
  const finderFor: (typeof window)['finding']['finderFor'] = (...args) => window.finding.finderFor(...args)

  it('is that of the pane with the focus; where that holds nothing, another', () => {
    const all = [finder('library', true), finder('reader', true), finder('brief', true)]
    expect(finderFor('brief', all)?.pane).toBe('brief')
    expect(finderFor('library', all)?.pane).toBe('library')
    expect(finderFor(null, all)?.pane).toBe('reader')
    expect(finderFor('brief', [finder('library', true), finder('brief', false)])?.pane).toBe('library')
    expect(finderFor('brief', [finder('brief', false)])).toBeUndefined()
  })

  it('is there for every pane', () => {
    expect(window.registry.allFinders().map(({ pane }) => pane)).toEqual(['library', 'reader', 'brief'])
  })
})

describe('all dialogs', () => {
  it('are drawn by a feature, each kind by one', () => {
    type Drawn<F> = F extends { dialogs: infer D } ? keyof D : never
    expectTypeOf<Drawn<(typeof Features)[number]>>().toEqualTypeOf<keyof DialogKinds>()
    const kinds = window.features.flatMap((feature: Feature) => Object.keys(feature.dialogs ?? {}))
    expect(kinds.length).toBeGreaterThan(20)
    expect(doubles(kinds)).toEqual([])
  })
})
