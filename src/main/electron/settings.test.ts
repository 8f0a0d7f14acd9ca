import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changePreferences, defaultPreferences, StoredPreferences } from './preferences.ts'
import { forget, listRecent, RecentFile, remember } from './recent.ts'
import { openSettings } from './settings-file.ts'

const NOW = () => new Date('2031-03-04T05:06:07.000Z')
const DEFAULTS = defaultPreferences('nb-NO')
let folder = ''
let path = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-settings-'))
  path = join(folder, 'preferences.json')
})
afterEach(() => rm(folder, { recursive: true }))

const open = () => openSettings(path, StoredPreferences, DEFAULTS, 'Your preferences', NOW)

describe('preferences', () => {
  it('begin with the defaults, quietly', async () => {
    const { file, notice } = await open()
    expect(file.value).toEqual(DEFAULTS)
    expect(notice).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('are still there at the next start', async () => {
    const { file } = await open()
    await changePreferences(file, { author: 'Desk 4', readerSize: 20 })
    expect((await open()).file.value).toEqual({ ...DEFAULTS, author: 'Desk 4', readerSize: 20 })
  })

  it('refuse a value that they may not have, and keep the old ones', async () => {
    const { file } = await open()
    await expect(changePreferences(file, { readerSize: 400 })).rejects.toThrow()
    expect(file.value).toEqual(DEFAULTS)
  })

  it('of an earlier version keep their paper, and get the usual choices for an export', async () => {
    const { exportOptions, ...rest } = DEFAULTS
    await writeFile(path, JSON.stringify({ ...rest, paper: 'Letter' }))
    const { file, notice } = await open()
    expect(notice).toBeNull()
    expect(file.value).toEqual({ ...rest, exportOptions: { ...exportOptions, paper: 'Letter' } })
  })

  it.each([
    ['cut off', '{"theme": "dar'],
    ['empty', ''],
    ['of another shape', '{"theme": "purple"}']
  ])('that are %s are set aside with a notice, byte for byte', async (_how, bytes) => {
    await writeFile(path, bytes)
    const { file, notice } = await open()
    expect(file.value).toEqual(DEFAULTS)
    expect(notice).toContain('Your preferences')
    expect(notice).toContain('preferences.damaged-2031-03-04T05-06-07-000Z.json')
    expect(await readFile(join(folder, 'preferences.damaged-2031-03-04T05-06-07-000Z.json'), 'utf8')).toBe(bytes)
    await changePreferences(file, { author: 'Desk 4' })
    expect((await open()).file.value.author).toBe('Desk 4')
  })

  it('that can not be read are left alone, and setting them fails', async () => {
    await mkdir(path)
    const { file, notice } = await open()
    expect(file.value).toEqual(DEFAULTS)
    expect(notice).toContain('could not be read')
    await expect(file.set(DEFAULTS)).rejects.toMatchObject({ code: 'io' })
  })

  it('propose the paper of the country', () => {
    expect(defaultPreferences('en-US').exportOptions.paper).toBe('Letter')
    expect(defaultPreferences('es-Latn-MX').exportOptions.paper).toBe('Letter')
    expect(defaultPreferences('en-GB').exportOptions.paper).toBe('A4')
    expect(defaultPreferences('de').exportOptions.paper).toBe('A4')
  })
})

describe('recent cases', () => {
  const entry = (name: string) => ({
    path: join(folder, name),
    title: name,
    tlp: 'TLP:AMBER' as const,
    openedAt: NOW().toISOString()
  })

  it('come newest first, once each, twelve at most, and say whether they are there', async () => {
    const { file } = await openSettings(
      join(folder, 'recent.json'),
      RecentFile,
      { schema: 1, cases: [] },
      'The list',
      NOW
    )
    for (let number = 1; number <= 14; number++) await remember(file, entry(`case ${number}`))
    await remember(file, entry('case 5'))
    await mkdir(join(folder, 'case 14'))
    await writeFile(join(folder, 'case 14', 'case.json'), '{}')
    const listed = await listRecent(file)
    expect(listed.map(({ title }) => title)).toEqual([
      'case 5',
      ...[14, 13, 12, 11, 10, 9, 8, 7, 6, 4, 3].map((number) => `case ${number}`)
    ])
    expect(listed.filter(({ present }) => present).map(({ title }) => title)).toEqual(['case 14'])
  })

  it('are forgotten on wish without touching the case', async () => {
    const { file } = await openSettings(
      join(folder, 'recent.json'),
      RecentFile,
      { schema: 1, cases: [] },
      'The list',
      NOW
    )
    await mkdir(join(folder, 'a'))
    await remember(file, entry('a'))
    await forget(file, join(folder, 'a'))
    expect(await listRecent(file)).toEqual([])
    expect(await readdir(folder)).toContain('a')
  })

  it('of an encrypted case say nothing of it, also where an older list did', async () => {
    const path = join(folder, 'recent.json')
    const older = {
      schema: 1,
      cases: [entry('Quiet harbour'), entry('plain')].map((item) => ({
        ...item,
        path: join(folder, item.title.slice(0, 5))
      }))
    }
    await writeFile(path, JSON.stringify(older))
    for (const [name, file] of [
      ['Quiet', 'keys.json'],
      ['plain', 'case.json']
    ] as const) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, file), '{}')
    }
    const { file } = await openSettings(path, RecentFile, { schema: 1, cases: [] }, 'The list', NOW)
    expect((await listRecent(file)).map(({ title, tlp, present }) => ({ title, tlp, present }))).toEqual([
      { title: null, tlp: null, present: true },
      { title: 'plain', tlp: 'TLP:AMBER', present: true }
    ])
    expect(await readFile(path, 'utf8')).not.toContain('Quiet harbour')
  })
})
