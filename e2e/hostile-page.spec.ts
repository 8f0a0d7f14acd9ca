import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MenuItem } from 'electron'
import type { ElectronApplication, Page } from 'playwright/test'
import { AGENCY, QUAY } from './articles.ts'
import { answerDialogs, expect, test } from './fixtures.ts'
import { caseWithArticles, newBrief, toSection, ui, untilSaved } from './steps.ts'

test.use({ sharesApp: true })

type Answer = { ok: true; value: never } | { ok: false; error: { code: string; message: string } }

/** What code in the page can do: ask for anything over the bridge. */
async function ask(page: Page, name: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    ([request, given]) =>
      (window as unknown as { dossier: { request(name: string, input: unknown): Promise<Answer> } }).dossier.request(
        request,
        given
      ),
    [name, input] as const
  )
}

const refused = { ok: false, error: { code: 'bad-request', message: expect.stringMatching(/^[A-Z].*\.$/) } }

const opened = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ shell }) => (shell as unknown as { opened?: string[] }).opened ?? [])

const OPTIONS = {
  paper: 'A4',
  theme: 'serif',
  cover: false,
  citations: 'numbered',
  basis: true,
  appendices: [],
  custody: false,
  includeTexts: true,
  redacted: false,
  signatureFrame: false
}

test('a page that was taken over writes no autostart file, and has none opened', async ({ dossier }) => {
  const { app, page, folder, documents } = dossier
  const path = await caseWithArticles(dossier)
  await newBrief(page, 'Closing of the quay')
  await toSection(page, 'Facts')
  await page.keyboard.type('[Desktop Entry]')
  await untilSaved(page)
  const { sources, briefs } = (
    (await ask(page, 'case.current', {})) as unknown as {
      value: { sources: { id: string }[]; briefs: { id: string }[] }
    }
  ).value
  const briefId = briefs[0]!.id
  const autostart = join(folder, '.config/autostart')
  await mkdir(autostart, { recursive: true })
  const desktop = join(autostart, 'run.desktop')

  await test.step('not by any request that writes', async () => {
    const writes = [
      ['brief.exportMarkdown', { id: briefId, path: desktop }],
      ['export.pdf', { briefId, options: OPTIONS, acceptFindings: true, path: desktop }],
      ...['docx', 'html', 'markdown', 'csl-json', 'annotations'].map(
        (format) =>
          ['export.document', { briefId, options: OPTIONS, acceptFindings: true, format, path: desktop }] as const
      ),
      ['import.saveReport', { path: desktop }],
      ['bundle.write', { path: desktop, maxTlp: null }],
      ['case.create', { path: autostart, title: 'x', tlp: 'TLP:RED' }],
      ['bundle.open', { bundle: path, path: autostart }],
      ['backup.restore', { path, backup: path }]
    ] as const
    for (const [name, input] of writes) expect(await ask(page, name, input), name).toMatchObject(refused)
    expect(await readdir(autostart)).toEqual([])
  })

  await test.step('not with a place that was chosen for something else, and not twice', async () => {
    await answerDialogs(app, { save: join(documents, 'brief.md'), open: [path] })
    const save = (await ask(page, 'dialog.choose', { purpose: 'save-markdown' })) as unknown as {
      value: { place: string }
    }
    const { place } = save.value
    expect(
      await ask(page, 'export.pdf', { briefId, options: OPTIONS, acceptFindings: true, path: place })
    ).toMatchObject(refused)
    expect(await ask(page, 'case.open', { path: place })).toMatchObject(refused)
    expect(await ask(page, 'brief.exportMarkdown', { id: briefId, path: place })).toMatchObject({ ok: true })
    expect(await ask(page, 'brief.exportMarkdown', { id: briefId, path: place })).toMatchObject(refused)
    expect(await readFile(join(documents, 'brief.md'), 'utf8')).toContain('Desktop Entry')
  })

  await test.step('not even where a person chooses it: the ending stays that of the request', async () => {
    await answerDialogs(app, { save: desktop })
    const chosen = (await ask(page, 'dialog.choose', { purpose: 'save-markdown', suggestedName: 'run.desktop' })) as {
      ok: true
      value: never
    }
    expect(chosen).toMatchObject({ ok: true, value: { paths: [`${desktop}.md`] } })
    expect(await readdir(autostart)).toEqual([])
  })

  await test.step('and what it did not write is neither opened nor shown', async () => {
    await writeFile(desktop, '[Desktop Entry]\nType=Application\nExec=true\n')
    for (const target of [desktop, join(documents, 'brief.md'), '/bin/sh', 'https://elsewhere.example/'])
      for (const name of ['shell.open', 'shell.show'])
        expect(await ask(page, name, { path: target }), target).toMatchObject(refused)
    expect(await opened(app)).toEqual([])
  })

  await test.step('nor does it read or open what nobody chose', async () => {
    const secret = join(folder, 'secret.txt')
    await writeFile(secret, 'A secret.\n\nNobody chose this file.\n')
    expect(await ask(page, 'import.start', { paths: [secret] })).toMatchObject(refused)
    expect(await ask(page, 'import.start', { paths: secret })).toMatchObject(refused)
    expect(await ask(page, 'brief.importMarkdown', { path: secret })).toMatchObject(refused)
    expect(await ask(page, 'verify.pdf', { path: secret })).toMatchObject(refused)
    expect(await ask(page, 'case.open', { path })).toMatchObject(refused)
    expect(await ask(page, 'merge.preview', { path })).toMatchObject(refused)
    expect(await ask(page, 'backup.list', { path })).toMatchObject(refused)
    const made = await page.evaluate(async (name) => {
      const { dossier: bridge } = window as unknown as {
        dossier: { dropped(files: unknown[]): Promise<{ ok: boolean; value?: unknown }> }
      }
      const file = new File(['x'], name)
      Object.defineProperty(file, 'path', { value: name })
      return Promise.all([bridge.dropped([file]), bridge.dropped([name]), bridge.dropped([{ name, path: name }])])
    }, secret)
    for (const answer of made) expect(answer).toEqual({ ok: true, value: null })
    const { value } = (await ask(page, 'case.current', {})) as unknown as { value: { sources: unknown[] } }
    expect(value.sources).toHaveLength(sources.length)
  })
})

test('what a page may open is what this session wrote, by its place', async ({ dossier }) => {
  const { app, page, documents } = dossier
  await caseWithArticles(dossier)
  await newBrief(page, 'Closing of the quay')
  await untilSaved(page)
  const pdf = join(documents, 'quay.pdf')
  await answerDialogs(app, { save: pdf })
  await page.keyboard.press('Control+e')
  await ui
    .dialog(page)
    .getByRole('button', { name: /^(Export PDF|Continue)…$/ })
    .click()
  const done = page.getByRole('dialog', { name: 'The PDF is written' })
  const anyway = ui.dialog(page).getByRole('button', { name: /^Export anyway/ })
  await expect(done.or(anyway).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await done.getByRole('button', { name: 'Open', exact: true }).click()
  await expect.poll(() => opened(app)).toEqual([pdf])
  await dossier.restart()
  expect(await ask(dossier.page, 'shell.open', { path: pdf })).toMatchObject(refused)
})

test('recent cases are opened by their place, and a case of another session’s place is not', async ({ dossier }) => {
  await caseWithArticles(dossier)
  const recent = async (): Promise<string> => {
    const answer = (await ask(dossier.page, 'app.recent', {})) as unknown as { value: { place: string }[] }
    return answer.value[0]!.place
  }
  const before = await recent()
  await dossier.restart()
  expect(await ask(dossier.page, 'case.open', { path: before })).toMatchObject(refused)
  expect(await ask(dossier.page, 'case.open', { path: await recent() })).toMatchObject({ ok: true })
  await dossier.page.reload()
  for (const title of [QUAY.title, AGENCY.title])
    await expect(ui.sources(dossier.page).filter({ hasText: title })).toBeVisible()
})

test('nothing is saved, asked for or opened past the bridge', async ({ dossier }) => {
  const { page, folder } = dossier
  const found = await page.evaluate(async () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['[Desktop Entry]']))
    link.download = 'run.desktop'
    document.body.append(link)
    link.click()
    const outcome = async (act: () => unknown): Promise<string> => {
      try {
        return typeof (await act())
      } catch (error) {
        return (error as Error).name
      }
    }
    return {
      opened: window.open('app://dossier/index.html') === null,
      clipboard: await outcome(() => navigator.clipboard.readText()),
      worker: await outcome(() => navigator.serviceWorker?.register('/x.js')),
      pickers: ['showSaveFilePicker', 'showOpenFilePicker', 'showDirectoryPicker'].filter((name) => name in window),
      handles: 'getAsFileSystemHandle' in DataTransferItem.prototype,
      evaluated: await outcome(() => new Function('return 1')()),
      frames: ((): number => {
        const frame = document.createElement('iframe')
        frame.srcdoc = '<script>parent.document.title = "framed"</script>'
        document.body.append(frame)
        return frames.length
      })(),
      title: document.title
    }
  })
  expect(found.opened).toBe(true)
  expect(found.pickers).toEqual([])
  expect(found.handles).toBe(false)
  expect(found.evaluated).toBe('EvalError')
  expect(found.title).not.toBe('framed')
  const names = await readdir(folder, { recursive: true })
  expect(names.filter((name) => name.endsWith('.desktop'))).toEqual([])
})

test('the application menu gives a page that was taken over nothing but its own ids back', async ({ dossier }) => {
  const { app, page } = dossier
  const entries = () =>
    app.evaluate(({ Menu }) => {
      const all = (items: MenuItem[]): MenuItem[] => items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])])
      return all(Menu.getApplicationMenu()?.items ?? []).map(({ id, role, label }) => ({ id, role, label }))
    })
  await expect.poll(async () => (await entries()).map(({ id }) => id)).toContain('new-case')
  const before = await entries()
  const command = { id: 'copy', label: 'Copy', place: 'help', keys: null, enabled: true }
  for (const commands of [
    [{ ...command, keys: 'Mod C' }],
    [{ ...command, keys: 'CommandOrControl+Q' }],
    [{ ...command, label: 'Copy\tCtrl+Q' }],
    [{ ...command, place: 'edit/clipboard' }],
    [command, command],
    Array.from({ length: 100_000 }, () => command)
  ])
    expect(await ask(page, 'app.menu', { commands })).toMatchObject(refused)
  expect(await entries()).toEqual(before)

  const more = { role: 'quit', type: 'checkbox', submenu: [{ role: 'quit' }], accelerator: 'CommandOrControl+C' }
  expect(await ask(page, 'app.menu', { commands: [{ ...command, ...more }] })).toMatchObject({ ok: true })
  const after = await entries()
  expect(after.filter(({ id }) => id === 'copy')).toEqual([expect.objectContaining({ label: 'Copy' })])
  expect(after.filter(({ role }) => role === 'quit')).toHaveLength(before.filter(({ role }) => role === 'quit').length)
})
