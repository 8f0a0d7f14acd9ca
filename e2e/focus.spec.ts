import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { findElectron } from '../scripts/electron.mjs'
import { QUAY, writeArticles } from './articles.ts'
import { answerDialogs, command, expect, picture, test, type Dossier } from './fixtures.ts'
import {
  importByMenu,
  newBrief,
  newCase,
  openReport,
  openSource,
  quoteDialog,
  toSection,
  twoCopies,
  ui
} from './steps.ts'

test.use({ sharesApp: true })

const PASSPHRASE = 'quay lamp otter violet'

/** The commands that open a dialog of the window, and what it is called. */
const DIALOGS: Record<string, string | RegExp> = {
  palette: 'Search',
  'new-case': 'New case',
  'edit-case': 'Title and handling',
  'import-report': 'Import',
  'check-metadata': 'Check the metadata',
  'edit-sources': /^Edit \d/,
  'confirm-sources': /^Confirm \d/,
  'new-brief': 'New brief',
  'save-template': 'Save as a template',
  'brief-versions': 'Versions of the brief',
  'statement-comments': 'Comments on the statement',
  'brief-comments': 'Comments on the brief',
  'grade-source': /^Grade of S\d+$/,
  sourcing: 'Sources in words',
  hypotheses: 'Competing hypotheses',
  'add-event': 'New event',
  'brief-fields': 'About this brief',
  'insert-figure': 'Figure',
  withheld: 'Withheld in redacted exports',
  trash: 'Trash',
  'search-names': 'A list of names',
  codebook: 'Codebook',
  'statement-origins': 'Where this comes from',
  'statement-findings': 'Findings in the statement',
  'brief-findings': 'Findings in the brief',
  matrix: 'Statements and sources',
  impact: /^What falls with S\d+$/,
  'hand-over': 'Hand over the case',
  backups: 'Backups',
  'encrypt-case': 'Encrypt the case',
  'change-passphrase': 'Change the passphrase',
  'decrypt-case': 'Decrypt the case',
  'verify-pdf': 'Verify a PDF',
  'export-pdf': /^(Export PDF|Before you export)$/,
  preferences: 'Preferences',
  'signing-keys': 'Signing keys',
  shortcuts: 'Keyboard shortcuts'
}

/** The commands whose “…” stands for a dialog of the system’s, and those that need what no test can select for all. */
const ELSEWHERE = new Set([
  'open-case',
  'open-bundle',
  'open-bundle-folder',
  'import-files',
  'import-folder',
  'import-paste',
  'import-markdown',
  'export-markdown',
  'merge-case',
  'withhold',
  'tag',
  'review-suggestions',
  'mark-hits',
  'export-codebook',
  'export-project',
  'import-codebook',
  'import-project',
  'recognise-text',
  'recognise-selected',
  'recognise-shown'
])

/** Takes the focus from everything, as the browser does when the focused element goes. */
async function dropFocus(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
}

/** Drops the focus and presses Escape in one go, before anything could have brought the focus back. */
async function escapeFromNowhere(page: Page): Promise<void> {
  const where = await page.evaluate(() => {
    ;(document.activeElement as HTMLElement).blur()
    const nowhere = document.activeElement === document.body
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true })
    )
    return nowhere
  })
  expect(where).toBe(true)
}

async function commands({ app, page }: Dossier): Promise<{ id: string; title: string }[]> {
  await command(app, 'palette')
  const options = page
    .getByRole('dialog', { name: 'Search' })
    .getByRole('option')
    .filter({ has: page.locator('.palette-kind', { hasText: 'Command' }) })
  // The palette is there a moment after the command, and lists all of them at once.
  await expect(options).not.toHaveCount(0)
  const found = await options.evaluateAll((items) =>
    items.map((item) => ({
      id: item.id.replace(/^palette-/, ''),
      title: item.querySelector('.palette-title')?.textContent ?? ''
    }))
  )
  await page.keyboard.press('Escape')
  await expect(ui.dialog(page)).toHaveCount(0)
  return [{ id: 'palette', title: 'Search' }, ...found]
}

/** Opens every dialog that a command opens now, leaves each by Escape without focus, and expects the focus where it was. */
async function walk(dossier: Dossier, seen: Set<string>): Promise<void> {
  const { app, page } = dossier
  const list = page.getByRole('listbox', { name: 'Sources' })
  for (const { id, title } of await commands(dossier)) {
    const name = DIALOGS[id]
    if (name === undefined) {
      expect(ELSEWHERE.has(id) || !title.endsWith('…'), `“${title}” (${id}) opens a dialog that isn’t tried`).toBe(true)
      continue
    }
    await test.step(id, async () => {
      for (const leave of [escapeFromNowhere, dropAndPress]) {
        await list.focus()
        await command(app, id)
        await expect(page.getByRole('dialog', { name })).toBeVisible()
        await leave(page)
        await expect(ui.dialog(page)).toHaveCount(0)
        await expect(list).toBeFocused()
      }
    })
    seen.add(id)
  }
}

async function dropAndPress(page: Page): Promise<void> {
  await dropFocus(page)
  await page.keyboard.press('Escape')
}

test('every dialog takes Escape wherever the focus is, and gives the focus back', async ({ dossier }) => {
  const { app, page, folder } = dossier
  const seen = new Set<string>()
  const articles = await writeArticles(folder)
  await writeFile(join(articles, 'Ferry.txt'), 'The ferry stands still\n\nThe ferry has stood still since noon.\n')
  await newCase(dossier, 'Old quay')
  await importByMenu(dossier, 'Folder…', [articles])
  await openReport(page)
  await escapeFromNowhere(page)
  await expect(ui.dialog(page)).toHaveCount(0)
  await openSource(page, QUAY.title)
  await newBrief(page, 'Closing of the quay')
  await ui.sources(page).first().click()
  await page.keyboard.press('Control+A')
  await walk(dossier, seen)

  await command(app, 'encrypt-case')
  await ui.dialog(page).getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE)
  await ui.dialog(page).getByLabel('The same again', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Lock the case' })).toBeVisible()
  await expect(ui.dialog(page)).toHaveCount(0)
  await walk(dossier, seen)
  expect([...seen].sort()).toEqual(Object.keys(DIALOGS).sort())

  await test.step('unlock: the start screen is behind it', async () => {
    await command(app, 'lock-case')
    await expect(page.getByRole('dialog', { name: 'The case is locked' })).toBeVisible()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(page.getByRole('main')).toBeFocused()
  })

  await test.step('on the start screen', async () => {
    const recent = page.getByRole('button', { name: /^Old quay encrypted/ })
    await recent.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Unlock the case' })).toBeVisible()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(recent).toBeFocused()
  })
})

test('dialogs that a gesture opens do the same', async ({ dossier }) => {
  const { app, page } = dossier
  const theirs = await twoCopies(dossier)
  await newBrief(page, 'Closing of the quay')

  await test.step('a quote', async () => {
    await quoteDialog(page, 'We would rather')
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(page.getByRole('listbox', { name: 'Quotes' })).toBeFocused()
  })
  await test.step('a merge', async () => {
    await answerDialogs(app, { open: [theirs] })
    await page.getByRole('listbox', { name: 'Quotes' }).focus()
    await command(app, 'merge-case')
    await expect(page.getByRole('dialog', { name: 'Merge another copy' })).toBeVisible()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(page.getByRole('listbox', { name: 'Quotes' })).toBeFocused()
  })
  await test.step('a statement that is withheld', async () => {
    await toSection(page, 'Facts')
    await page.keyboard.type('Nobody was hurt.')
    await command(app, 'withhold-statement')
    await expect(ui.dialog(page)).toBeVisible()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(ui.text(page)).toBeFocused()
    await page.keyboard.type(' At all.')
    await expect(ui.text(page)).toContainText('Nobody was hurt. At all.')
  })
  await test.step('a paste', async () => {
    await page.getByRole('listbox', { name: 'Quotes' }).focus()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'A ferry stood still')
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      )
    })
    await expect(page.getByRole('dialog', { name: 'Import from the clipboard' })).toBeVisible()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(page.getByRole('listbox', { name: 'Quotes' })).toBeFocused()
  })
  await test.step('one dialog that follows another leads back to where the first came from', async () => {
    await page.getByRole('listbox', { name: 'Quotes' }).focus()
    await command(app, 'backups')
    await ui.dialog(page).getByRole('button', { name: 'Change that' }).click()
    await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(page.getByRole('listbox', { name: 'Quotes' })).toBeFocused()
  })
  await test.step('a list inside a dialog is closed first', async () => {
    await command(app, 'edit-case')
    await ui
      .dialog(page)
      .getByRole('button', { name: /Handling/ })
      .click()
    await expect(page.getByRole('listbox', { name: /Handling/ })).toBeVisible()
    await escapeFromNowhere(page)
    await expect(page.getByRole('listbox', { name: /Handling/ })).toHaveCount(0)
    await expect(page.getByRole('dialog', { name: 'Title and handling' })).toBeVisible()
    await expect(ui.dialog(page).getByRole('button', { name: /Handling/ })).toBeFocused()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
  })
  await test.step('a menu', async () => {
    const button = page.getByRole('button', { name: 'Import…' })
    await button.click()
    await expect(page.getByRole('menu')).toBeVisible()
    await escapeFromNowhere(page)
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(button).toBeFocused()
  })
  await test.step('a menu at a place', async () => {
    await page.getByRole('tab', { name: /^Sources/ }).click()
    await ui.sources(page).first().click({ button: 'right' })
    await expect(page.getByRole('menu')).toBeVisible()
    await escapeFromNowhere(page)
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(page.getByRole('listbox', { name: 'Sources' })).toBeFocused()
  })
  await test.step('a dialog from a menu leads back to the menu’s button', async () => {
    const button = ui.brief(page).getByRole('button', { name: 'Briefs', exact: true })
    await button.click()
    await page.getByRole('menuitem', { name: 'New brief…' }).click()
    await expect(page.getByRole('dialog', { name: 'New brief' })).toBeVisible()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(button).toBeFocused()
  })
})

test('the focus stays in the window when what had it goes', async ({ dossier }) => {
  const { page, folder } = dossier
  const place = join(folder, 'Ferry.txt')
  await writeFile(
    place,
    'date 2031-05-12 - Northern Courier\n-\nThe ferry stands still\nIt has stood still since noon.\n'
  )
  await newCase(dossier, 'Ferry')
  await importByMenu(dossier, 'Files…', [place])

  await test.step('the button of a message that goes with it', async () => {
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Report' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Import' })).toBeVisible()
    await escapeFromNowhere(page)
    await expect(ui.dialog(page)).toHaveCount(0)
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  })
  await test.step('the row of a source whose list is replaced', async () => {
    await page.getByRole('listbox', { name: 'Sources' }).focus()
    await page.evaluate(() => document.activeElement!.remove())
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-pane'))).toBe('library')
  })
  await test.step('a button that is disabled for a while', async () => {
    const button = page.getByRole('button', { name: 'Import…' })
    await button.focus()
    await button.evaluate((element: HTMLButtonElement) => {
      element.disabled = true
    })
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[data-pane], main'))).toBe(true)
    await button.evaluate((element: HTMLButtonElement) => {
      element.disabled = false
    })
    await expect(button).toBeFocused()
  })
})

/** Expects that something has the focus once the window has settled, and answers in which pane or part it is. */
async function expectFocused(page: Page, what: string): Promise<void> {
  const where = () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      const { activeElement } = document
      return activeElement !== null && activeElement !== document.body
    })
  await expect.poll(where, what).toBe(true)
}

test('opening and closing cases and panels leaves the focus somewhere', async ({ dossier }) => {
  const { app, page, folder } = dossier
  const articles = await writeArticles(folder)
  await newCase(dossier, 'Old quay')
  await expectFocused(page, 'a new case')
  await importByMenu(dossier, 'Folder…', [articles])
  await ui.imported(page).getByRole('button', { name: 'Close what is told of the import' }).focus()
  await page.keyboard.press('Enter')
  await expect(ui.imported(page)).toHaveCount(0)
  await expectFocused(page, 'the end of an import that was put away')
  await openSource(page, QUAY.title)
  await newBrief(page, 'Closing of the quay')
  await expectFocused(page, 'a new brief')

  await test.step('a panel takes the focus and gives it back', async () => {
    for (const opener of [ui.text(page), page.getByRole('listbox', { name: 'Sources' })]) {
      await opener.focus()
      await command(app, 'verify-case')
      await expect(page.getByRole('group', { name: 'Results' })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('region', { name: 'Verification' })).toHaveCount(0)
      await expectFocused(page, 'a panel that was closed')
    }
    await expect(page.getByRole('listbox', { name: 'Sources' })).toBeFocused()
    await ui.text(page).focus()
    await command(app, 'verify-case')
    await page.getByRole('button', { name: 'Close the verification' }).press('Enter')
    await expect(ui.text(page)).toBeFocused()
  })
  await test.step('details', async () => {
    await ui.reader(page).getByRole('article').focus()
    await command(app, 'details')
    await page.getByRole('complementary', { name: 'Details', exact: true }).getByRole('button').first().focus()
    await command(app, 'details')
    await expectFocused(page, 'details that were closed')
  })
  await test.step('a pane that is hidden while it has the focus', async () => {
    for (const pane of ['library', 'reader', 'brief']) {
      await page.locator(`[data-pane="${pane}"]`).focus()
      await command(app, `toggle-${pane}`)
      await expect(page.locator(`[data-pane="${pane}"]`)).toHaveCount(0)
      await expectFocused(page, `the ${pane}, hidden`)
      await command(app, `toggle-${pane}`)
      await expect(page.locator(`[data-pane="${pane}"]`)).toBeVisible()
      await expectFocused(page, `the ${pane}, shown again`)
    }
  })
  await test.step('a brief that is deleted while it has the focus', async () => {
    await ui.text(page).focus()
    await ui.brief(page).getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Delete brief' }).click()
    await expect(ui.brief(page).getByRole('heading', { name: 'No brief yet' })).toBeVisible()
    await expectFocused(page, 'a brief that was deleted')
  })
  await test.step('a case that is closed, and opened by keys', async () => {
    await page.keyboard.press('Control+Shift+W')
    const recent = page.getByRole('button', { name: /^Old quay/ })
    await expect(recent).toBeVisible()
    await expectFocused(page, 'a case that was closed')
    // The list of recent cases may be drawn anew between the focus and the key.
    await expect(async () => {
      if ((await recent.count()) > 0) await recent.press('Enter')
      await expect(ui.sources(page)).toHaveCount(3, { timeout: 10_000 })
    }).toPass()
    await expectFocused(page, 'a case that was opened')
  })
})

test('a dialog that may not be closed says why', async ({ dossier }) => {
  test.skip(findElectron() !== null, 'Halting Electron’s main process halts its window, too.')
  const { app, page } = dossier
  await newCase(dossier, 'Held')
  const button = page.getByRole('button', { name: 'Import…' })
  await button.focus()
  await command(app, 'encrypt-case')
  await ui.dialog(page).getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE)
  await ui.dialog(page).getByLabel('The same again', { exact: true }).fill(PASSPHRASE)
  app.process().kill('SIGSTOP')
  await page.keyboard.press('Enter')
  await expect(ui.dialog(page)).toContainText('Encrypting every file')
  await escapeFromNowhere(page)
  await expect(ui.dialog(page).getByRole('alert')).toContainText('can’t be stopped halfway')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await picture(page, `dialog-held-${colorScheme}`)
  }
  app.process().kill('SIGCONT')
  await expect(ui.dialog(page)).toHaveCount(0)
  await expect(button).toBeFocused()
})
