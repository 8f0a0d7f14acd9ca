import type { Page } from 'playwright/test'
import { AGENCY, QUAY } from './articles.ts'
import { expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { caseWithArticles, newBrief, openSource, quoteWords, toSection, ui, untilSaved } from './steps.ts'

const QUOTED = 'We would rather close a quay too early than a day too late'

/** A case with a brief that names the quay in two statements and in a quote. */
async function briefAboutQuay(dossier: Dossier): Promise<void> {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, QUOTED)
  await newBrief(page, 'Closing of the quay')
  await toSection(page, 'Facts')
  await page.keyboard.type('The quay was closed. Nobody walks on the Quay.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A quayside café stays open.')
  await page.getByRole('tab', { name: 'Quotes 1' }).click()
  await ui.quotes(page).first().click()
  await page.getByRole('button', { name: 'Insert into brief' }).click()
  await expect(ui.text(page).getByRole('blockquote').filter({ hasText: QUOTED })).toContainText('Verbatim')
  await untilSaved(page)
}

const bar = (page: Page) => ui.brief(page).getByRole('search')
const field = (page: Page) => bar(page).getByRole('searchbox', { name: 'Find in the brief' })

test('Ctrl+F finds in the pane that has the focus', async ({ dossier }) => {
  const { page, app } = dossier
  await briefAboutQuay(dossier)

  await test.step('the library', async () => {
    await page.getByRole('tab', { name: /^Sources/ }).click()
    await page.getByRole('listbox', { name: 'Sources' }).focus()
    await page.keyboard.press('Control+F')
    await expect(page.getByRole('searchbox', { name: 'Filter sources' })).toBeFocused()
  })
  await test.step('the reader', async () => {
    await ui.reader(page).getByRole('article').focus()
    await page.keyboard.press('Control+F')
    const sought = ui.reader(page).getByRole('searchbox', { name: 'Find in this source' })
    await expect(sought).toBeFocused()
    await page.keyboard.type('quay')
    await expect(ui.reader(page).getByRole('search')).toContainText(/^1 of \d/)
    await page.keyboard.press('F3')
    await expect(ui.reader(page).getByRole('search')).toContainText(/^2 of \d/)
    await page.keyboard.press('Shift+F3')
    await expect(ui.reader(page).getByRole('search')).toContainText(/^1 of \d/)
    await page.keyboard.press('Escape')
    await expect(ui.reader(page).getByRole('search')).toHaveCount(0)
    await expect(ui.reader(page).getByRole('article')).toBeFocused()
  })
  await test.step('the brief', async () => {
    await ui.text(page).focus()
    await page.keyboard.press('Control+F')
    await expect(field(page)).toBeFocused()
    await field(page).fill('quay')
    await expect(bar(page)).toContainText('of 4')
    await expect(ui.text(page).locator('.found')).toHaveCount(4)
    const at = async () => Number(/(\d+) of 4/.exec(await bar(page).innerText())?.[1])
    const before = await at()
    await page.keyboard.press('Enter')
    await expect.poll(at).toBe((before % 4) + 1)
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('F3')
    await expect.poll(at).toBe((before % 4) + 1)
    await bar(page).getByRole('button', { name: 'ab: whole words' }).click()
    await expect(bar(page)).toContainText(/of 3|3 found/)
    await bar(page).getByRole('button', { name: 'Aa: match case' }).click()
    await expect(bar(page)).toContainText(/of 2|2 found/)
    await inBothThemes(dossier, 'find in the brief')
    await field(page).focus()
    await page.keyboard.press('Escape')
    await expect(bar(page)).toHaveCount(0)
    await expect(ui.text(page)).toBeFocused()
    await expect(ui.text(page).locator('.found')).toHaveCount(0)
    // What was found last is selected, so that one goes on from there.
    expect((await page.evaluate(() => document.getSelection()?.toString())) ?? '').toBe('quay')
  })
  await test.step('the menu, from a pane that holds nothing to find', async () => {
    await page.getByRole('button', { name: 'Verify', exact: true }).focus()
    await menu(app, 'find')
    await expect(ui.reader(page).getByRole('searchbox', { name: 'Find in this source' })).toBeFocused()
  })
})

test('words are replaced in the brief, but never in a quote, and one undo takes it back', async ({ dossier }) => {
  const { page } = dossier
  await briefAboutQuay(dossier)
  const text = ui.text(page)
  await text.focus()
  await page.keyboard.press('Control+H')
  await field(page).fill('quay')
  const replacement = bar(page).getByRole('textbox', { name: 'Replace with' })
  await replacement.fill('pier')
  await expect(bar(page)).toContainText('1 place in quotes kept')
  await inBothThemes(dossier, 'replace in the brief')
  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    /places replaced\. 1 place in quotes stays as it is\./
  )
  await expect(text).toContainText('The pier was closed. Nobody walks on the pier.')
  await expect(text).toContainText('A pierside café stays open.')
  await expect(text.getByRole('blockquote')).toContainText(QUOTED)
  await expect(text.getByRole('blockquote')).toContainText('Verbatim')
  await expect(bar(page)).toContainText('1 found')

  await test.step('one undo, from the field', async () => {
    await replacement.focus()
    await page.keyboard.press('Control+Z')
    await expect(text).toContainText('The quay was closed. Nobody walks on the Quay.')
    await expect(text).toContainText('A quayside café stays open.')
    await expect(replacement).toHaveValue('pier')
  })
  await test.step('one by one, past the quote', async () => {
    await field(page).fill('Nobody')
    await replacement.fill('No one')
    await page.keyboard.press('Enter')
    await expect(text).toContainText('The quay was closed. No one walks on the Quay.')
    await expect(bar(page)).toContainText('Not found')
    await field(page).fill(QUOTED.slice(0, 14))
    await expect(bar(page)).toContainText('1 of 1')
    await expect(bar(page).getByRole('button', { name: 'Replace', exact: true })).toBeDisabled()
    await replacement.focus()
    await page.keyboard.press('Enter')
    await expect(text.getByRole('blockquote')).toContainText(QUOTED)
  })
  await test.step('what was replaced is saved', async () => {
    await page.keyboard.press('Escape')
    await untilSaved(page)
    await dossier.restart()
    await dossier.page.getByRole('button', { name: /^Old quay/ }).click()
    await expect(ui.text(dossier.page)).toContainText('No one walks on the Quay.')
  })
})

test('commands have keys', async ({ dossier }) => {
  const { page } = dossier
  await briefAboutQuay(dossier)
  await openSource(page, AGENCY.title)
  await quoteWords(page, 'I put the number in writing')
  await openSource(page, QUAY.title)

  await test.step('the tabs of the library', async () => {
    for (const [key, list] of [
      ['3', 'Outline'],
      ['2', 'Quotes'],
      ['1', 'Sources']
    ] as const) {
      await page.keyboard.press(`Control+${key}`)
      await expect(page.getByRole('tab', { name: new RegExp(`^${list}`) })).toHaveAttribute('aria-selected', 'true')
      await expect(ui.library(page).locator('[data-pane-focus]')).toBeFocused()
    }
  })
  await test.step('details', async () => {
    await page.keyboard.press('Control+D')
    await expect(page.getByRole('complementary', { name: 'Details', exact: true })).toBeVisible()
    await page.keyboard.press('Control+D')
    await expect(page.getByRole('complementary', { name: 'Details', exact: true })).toHaveCount(0)
  })
  await test.step('next and previous quote: of the source, and of the brief', async () => {
    await ui.reader(page).getByRole('article').focus()
    await page.keyboard.press('Control+J')
    await expect(ui.reader(page).locator('mark.chosen')).toContainText(QUOTED)
    await ui.text(page).getByRole('heading', { name: 'Facts' }).click()
    await page.keyboard.press('Control+Shift+J')
    await page.keyboard.press('Control+J')
    await expect(ui.text(page).getByRole('blockquote')).toBeInViewport()
  })
  await test.step('the kind of a statement, and back', async () => {
    await ui.text(page).getByText('A quayside').click()
    const statement = ui.text(page).locator('.statement').filter({ hasText: 'A quayside' })
    await page.keyboard.press('Control+Alt+2')
    await expect(statement.locator('.statement-chips')).toContainText('judgement')
    await page.keyboard.press('Control+Alt+1')
    await expect(statement.locator('.statement-chips')).toContainText('fact')
    await page.keyboard.press('Control+Alt+1')
    await expect(statement.locator('.statement-chips')).toHaveCount(0)
  })
  await test.step('a new brief, and the verification', async () => {
    await page.keyboard.press('Control+Shift+N')
    await expect(page.getByRole('dialog', { name: 'New brief' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(ui.text(page)).toBeFocused()
    await page.keyboard.press('Control+Shift+C')
    await expect(page.getByRole('region', { name: 'Verification' })).toContainText('Everything holds')
    await expect(ui.library(page).locator(':focus')).toHaveCount(1)
  })
  await test.step('italic in the brief, the import elsewhere', async () => {
    await ui.text(page).focus()
    await page.keyboard.press('Control+I')
    await expect(ui.brief(page).getByRole('button', { name: 'Italic' })).toHaveAttribute('aria-pressed', 'true')
  })
  await test.step('the sheet says where keys hold', async () => {
    await page.getByRole('button', { name: 'Verify', exact: true }).focus()
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet.getByRole('region', { name: 'Everywhere' })).toContainText('Import files…')
    await expect(sheet.getByRole('region', { name: 'In the brief' })).toContainText('Italic, in the text')
    await inBothThemes(dossier, 'shortcuts by pane')
  })
})
