import { readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import { QUAY } from './articles.ts'
import { expect, menu, test, type Dossier } from './fixtures.ts'
import { caseWithArticles, newBrief, openSource, quoteDialog, quoteWords, toSection, ui, untilSaved } from './steps.ts'

const PASSPHRASE = 'quay lamp otter violet seven brick'
const TITLE = 'Canary Velvet Anchor'
const NOTE = 'canary note on the harbour master'
const STATEMENT = 'Canary statement about the divers'
const QUOTE = 'We would rather close a quay too early than a day too late'

/** The files below a folder that hold one of the words in clear, as UTF-8 or UTF-16. */
async function holding(folder: string, words: readonly string[]): Promise<string[]> {
  const wanted = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  const found: string[] = []
  const look = async (place: string): Promise<void> => {
    // The browser removes folders and files of its own at any time.
    for (const entry of await readdir(place, { withFileTypes: true }).catch(ifGone([]))) {
      const path = join(place, entry.name)
      if (wanted.some((bytes) => Buffer.from(path).includes(bytes))) found.push(path)
      if (entry.isDirectory()) await look(path)
      // The browser that stands in for Electron's notes the titles of its tabs, which Electron does nowhere.
      if (!entry.isFile() || /Default.(Sessions|History|Top Sites)/.test(path)) continue
      const bytes = await readFile(path).catch(ifGone(Buffer.alloc(0)))
      if (wanted.some((word) => bytes.includes(word))) found.push(path)
    }
  }
  await look(folder)
  return found
}

/** What stands in place of a file or folder that is gone by now; any other error is thrown on. */
function ifGone<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead
    throw error
  }
}

/** Locks the screen. The page has all the time that it takes to save and lock: how long it has at most is tested by itself. */
async function lockScreen(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ powerMonitor }) => {
    const { setTimeout: real } = globalThis
    globalThis.setTimeout = ((act: () => void, after: number) => real(act, after * 1000)) as typeof setTimeout
    powerMonitor.emit('lock-screen')
    globalThis.setTimeout = real
  })
}

/** The profile of the stand-in's browser, where the specs run in it. */
async function profiles({ app }: Dossier): Promise<string[]> {
  const names = await readdir(tmpdir())
  return names.filter((name) => name.includes(`-${app.process().pid}-`)).map((name) => join(tmpdir(), name))
}

async function encrypt({ app, page }: Dossier): Promise<void> {
  await menu(app, 'encrypt-case')
  await ui.dialog(page).getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE)
  await expect(ui.dialog(page).getByRole('button', { name: 'Encrypt' })).toBeDisabled()
  await ui.dialog(page).getByLabel('The same again', { exact: true }).fill(PASSPHRASE)
  await ui.dialog(page).getByRole('button', { name: 'Encrypt' }).click()
  await expect(ui.dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Lock the case' })).toBeVisible()
}

async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  const dialog = ui.dialog(page)
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
}

test('an encrypted case is locked and unlocked, and nothing of it stands anywhere in clear', async ({ dossier }) => {
  const { app, userData, folder } = dossier
  let { page } = dossier
  await caseWithArticles(dossier, 'Sealed')
  await page.getByRole('button', { name: 'Sealed', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Title and handling of the case…' }).click()
  await ui.dialog(page).getByRole('textbox', { name: 'Title' }).fill(TITLE)
  await ui.dialog(page).getByRole('button', { name: 'Save' }).click()
  await openSource(page, QUAY.title)
  await quoteWords(page, QUOTE)
  const about = await quoteDialog(page, QUOTE)
  await about.getByRole('textbox', { name: 'Note' }).fill(NOTE)
  await about.getByRole('button', { name: 'Save' }).click()
  await expect(ui.dialog(page)).toHaveCount(0)
  await newBrief(page, 'Divers')
  await toSection(page, 'Facts')
  await page.keyboard.type(STATEMENT)
  await untilSaved(page)
  await rm(join(folder, 'articles'), { recursive: true })
  const canaries = [TITLE, NOTE, STATEMENT, QUOTE, QUAY.title]
  expect((await holding(folder, canaries)).length).toBeGreaterThan(0)

  await test.step('encrypting keeps what was there and where one was', async () => {
    await encrypt(dossier)
    await expect(ui.text(page)).toContainText(STATEMENT)
    await expect(page.getByRole('tab', { name: 'Quotes 1' })).toBeVisible()
  })

  await test.step('locking saves first, and leaves nothing in the window', async () => {
    await ui.text(page).getByText(STATEMENT).click()
    await page.keyboard.press('End')
    await page.keyboard.type(', unsaved')
    const isCovered = page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          new MutationObserver(() => {
            const cover = document.querySelector('.window-cover')
            const [x, y] = [innerWidth / 2, innerHeight / 2]
            if (cover) resolve(document.elementFromPoint(x, y) === cover)
          }).observe(document.body, { childList: true, subtree: true })
        })
    )
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('dialog', { name: 'The case is locked' })).toBeVisible()
    expect(await isCovered).toBe(true)
    const html = await page.content()
    for (const canary of canaries) expect(html).not.toContain(canary)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Dossier')
  })

  await test.step('nothing stands in clear on the disk', async () => {
    for (const place of [folder, userData, ...(await profiles(dossier))])
      expect(await holding(place, canaries), place).toEqual([])
  })

  await test.step('a wrong passphrase is told, the right one opens', async () => {
    await unlock(page, 'not this one')
    await expect(ui.dialog(page)).toContainText('This passphrase doesn’t open the case.')
    await expect(ui.dialog(page).getByLabel('Passphrase', { exact: true })).toBeFocused()
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: TITLE, exact: true })).toBeVisible()
    await expect(ui.text(page)).toContainText(`${STATEMENT}, unsaved`)
  })

  await test.step('the screen’s lock locks the case, too', async () => {
    await lockScreen(app)
    await expect(page.getByRole('dialog', { name: 'The case is locked' })).toBeVisible()
  })

  await test.step('so does leaving the window alone for ten minutes', async () => {
    await unlock(page)
    await expect(ui.text(page)).toContainText(STATEMENT)
    await page.clock.setSystemTime(Date.now() + 11 * 60_000)
    await expect(page.getByRole('dialog', { name: 'The case is locked' })).toBeVisible()
  })

  await test.step('the list of recent cases names its folder only', async () => {
    await dossier.restart()
    page = dossier.page
    await page.getByRole('button', { name: /^Sealed encrypted/ }).click()
    await unlock(page)
    await expect(ui.sources(page)).toHaveCount(3)
    for (const place of [folder, userData, ...(await profiles(dossier))])
      expect(await holding(place, canaries), place).toEqual([])
  })

  await test.step('decrypting asks for the passphrase and gives all of it back', async () => {
    await menu(dossier.app, 'decrypt-case')
    await unlock(page)
    await expect(page.getByRole('button', { name: 'Lock the case' })).toHaveCount(0)
    await expect(ui.text(page)).toContainText(`${STATEMENT}, unsaved`)
    expect((await holding(folder, [NOTE])).length).toBeGreaterThan(0)
  })
})

test('a case is not locked while its brief can not be saved', async ({ dossier }) => {
  const { page, documents } = dossier
  await caseWithArticles(dossier, 'Sealed')
  await newBrief(page, 'Divers')
  await encrypt(dossier)
  await rm(join(documents, 'Sealed'), { recursive: true })
  await toSection(page, 'Facts')
  await page.keyboard.type(STATEMENT)
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('dialog', { name: 'The last changes aren’t saved' })).toBeVisible()
  await ui.dialog(page).getByRole('button', { name: 'Stay' }).click()
  await expect(ui.text(page)).toContainText(STATEMENT)
  await page.keyboard.press('Control+l')
  await ui.dialog(page).getByRole('button', { name: 'Lock and lose them' }).click()
  await expect(page.getByRole('dialog', { name: 'The case is locked' })).toBeVisible()
})

test('the screen’s lock locks a case whose page doesn’t answer', async ({ dossier }) => {
  const { app, page } = dossier
  await caseWithArticles(dossier, 'Sealed')
  await encrypt(dossier)
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  expect(await title()).toContain('Sealed')
  const ended = page.waitForEvent('crash')
  await page.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      })
  )
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await ended
  await expect.poll(title).toBe('Dossier')
  await dossier.restart()
  await dossier.page.getByRole('button', { name: /^Sealed encrypted/ }).click()
  await unlock(dossier.page)
  await expect(ui.sources(dossier.page)).toHaveCount(3)
})
