import { describe, expect, it, vi } from 'vitest'
import type { CaseView } from '../../shared/api/contract.ts'
import type { CaseRecord } from '../../shared/case/case.ts'
import { aroundEach } from '../use-cases/declared.ts'
import type { Handlers, WorkspaceRequest } from '../use-cases/handlers.ts'
import type { CurrentCase } from '../use-cases/case-session.ts'
import { followWorkspace } from './follow-workspace.ts'
import type { RecentFile } from './recent.ts'
import type { SettingsFile } from './settings-file.ts'
import { cheapPassphrases } from '../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

function settings<T>(value: T): SettingsFile<T> & { value: T } {
  const file = {
    value,
    set: async (next: T) => {
      file.value = next
    }
  }
  return file
}

function view(title: string): CaseView {
  const record = {
    schema: 8 as const,
    id: 'c',
    title,
    tlp: 'TLP:RED' as const,
    createdAt: '2031-01-01T00:00:00.000Z',
    briefs: []
  }
  return {
    path: '/cases/a',
    case: record,
    sources: [],
    quotes: 0,
    briefs: [],
    readOnly: false,
    holder: null,
    others: [],
    sealed: false,
    conflictCopies: 0,
    following: false,
    notices: []
  }
}

/** A workspace of the given handlers, whose open case is what the last of them answered. */
function follow(given: Partial<Handlers<WorkspaceRequest>>, recent = settings<RecentFile>({ schema: 1, cases: [] })) {
  const showTitle = vi.fn()
  const log = { write: vi.fn(), settled: () => Promise.resolve() }
  const now = () => new Date('2031-03-04T05:06:07.000Z')
  let open: CurrentCase | null = null
  const handlers = aroundEach(given as Handlers<WorkspaceRequest>, async (_declared, work) => {
    const answer = await work()
    const answered = answer as Partial<CaseView> & Partial<CaseRecord>
    if (answered.case) open = { ...answered.case, path: answered.path!, sealed: answered.sealed! }
    else open = open && answered.title !== undefined ? { ...open, title: answered.title } : null
    return answer
  })
  const followed = followWorkspace({ handlers, current: () => open }, { recent, showTitle, log, now })
  return { followed, showTitle, recent, log }
}

describe('following the workspace', () => {
  it('remembers an opened case and shows its title; renaming changes both; closing clears the title', async () => {
    const { followed, showTitle, recent } = follow({
      'case.open': async () => view('Old'),
      'case.update': async ({ title }) => ({ ...view('Old').case, title }),
      'case.close': async () => ({})
    })
    await followed['case.open']({ path: '/cases/a' })
    expect(recent.value.cases).toEqual([
      { path: '/cases/a', title: 'Old', tlp: 'TLP:RED', openedAt: '2031-03-04T05:06:07.000Z' }
    ])
    await followed['case.update']({ title: 'New', tlp: 'TLP:RED' })
    expect(recent.value.cases.map(({ title }) => title)).toEqual(['New'])
    await followed['case.close']({})
    expect(showTitle.mock.calls.flat()).toEqual(['Old', 'New', null])
  })

  it('keeps nothing of an encrypted case’s content, also not what was kept before', async () => {
    const { followed, recent, showTitle } = follow({
      'case.open': async () => view('Quiet harbour'),
      'case.encrypt': async () => ({ ...view('Quiet harbour'), sealed: true }),
      'case.update': async ({ title }) => ({ ...view('').case, title })
    })
    await followed['case.open']({ path: '/cases/a' })
    expect(JSON.stringify(recent.value)).toContain('Quiet harbour')
    await followed['case.encrypt']({ passphrase: 'x' })
    const bare = [{ path: '/cases/a', title: null, tlp: null, openedAt: '2031-03-04T05:06:07.000Z' }]
    expect(recent.value.cases).toEqual(bare)
    await followed['case.update']({ title: 'Loud harbour', tlp: 'TLP:RED' })
    expect(recent.value.cases).toEqual(bare)
    expect(showTitle.mock.calls.flat().slice(1)).toEqual(['a', 'a'])
  })

  it('remembers nothing of a case that could not be opened', async () => {
    const { followed, showTitle, recent } = follow({ 'case.open': () => Promise.reject(new Error('held')) })
    await expect(followed['case.open']({ path: '/cases/a' })).rejects.toThrow('held')
    expect(recent.value.cases).toEqual([])
    expect(showTitle).not.toHaveBeenCalled()
  })

  it('opens the case even if the list can not be saved', async () => {
    const full: SettingsFile<RecentFile> = {
      value: { schema: 1, cases: [] },
      set: () => Promise.reject(new Error('disk full'))
    }
    const { followed, log } = follow(
      { 'case.create': async () => view('A') },
      full as SettingsFile<RecentFile> & { value: RecentFile }
    )
    expect(await followed['case.create']({ path: '/cases/a', title: 'A', tlp: 'TLP:RED' })).toMatchObject({
      path: '/cases/a'
    })
    await expect.poll(() => log.write.mock.calls.length).toBe(1)
  })
})
