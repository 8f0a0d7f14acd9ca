import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AGENCY, QUAY, TRAFFIC, writeArticles } from './articles.ts'
import { answerDialogs, expect, test } from './fixtures.ts'
import { flowing, pdfPages } from './pdf.ts'
import { ui } from './steps.ts'

/** Every key goes to whatever has the focus: nothing is clicked, and no focus is given by the test. */
test('without a mouse one goes from files to a PDF: import, search, five quotes, a brief that cites them, export', async ({
  dossier
}) => {
  const { app, documents, folder, page } = dossier
  const { keyboard } = page
  const article = ui.reader(page).getByRole('article')
  const messages = page.getByRole('region', { name: 'Messages' })
  const articles = await writeArticles(folder)
  const pdf = join(documents, 'briefing.pdf')

  await test.step('a new case', async () => {
    await answerDialogs(app, { save: join(documents, 'Old quay') })
    await keyboard.press('Control+N')
    await expect(ui.dialog(page).getByRole('textbox', { name: 'Title' })).toBeFocused()
    await keyboard.type('Old quay')
    await keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Old quay', exact: true })).toBeVisible()
  })
  await test.step('import', async () => {
    await answerDialogs(app, { open: [QUAY, AGENCY, TRAFFIC].map(({ file }) => join(articles, file)) })
    await keyboard.press('Control+I')
    await expect(ui.sources(page)).toHaveCount(3)
  })
  await test.step('search, and open the first hit', async () => {
    await keyboard.press('Control+Shift+F')
    await expect(page.getByRole('searchbox', { name: 'Search everything' })).toBeFocused()
    await keyboard.type('"too early than"')
    await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option')).toHaveCount(1)
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(article).toHaveAccessibleName(QUAY.title)
    await expect(article).toBeFocused()
  })
  await test.step('quote five sentences in two sources', async () => {
    // The cursor begins at the hit's sentence or at what shows; from the text's end on it goes sentence by sentence.
    await keyboard.press('Control+End')
    for (let n = 1; n <= 3; n++) {
      await keyboard.press('q')
      await expect(messages).toContainText(`Saved as Q${n}.`)
      await keyboard.press('ArrowLeft')
    }
    await keyboard.press('Control+K')
    await keyboard.type(AGENCY.title)
    await expect(ui.dialog(page).getByRole('option').first()).toContainText(AGENCY.title)
    await keyboard.press('Enter')
    await expect(article).toHaveAccessibleName(AGENCY.title)
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(article).toBeFocused()
    await keyboard.press('Control+End')
    for (let n = 4; n <= 5; n++) {
      await keyboard.press('q')
      await expect(messages).toContainText(`Saved as Q${n}.`)
      await keyboard.press('ArrowLeft')
    }
  })
  await test.step('write a brief and cite', async () => {
    await keyboard.press('Control+Shift+N')
    await expect(ui.dialog(page).getByRole('textbox', { name: 'Title' })).toBeFocused()
    await keyboard.type('The closing of the old quay')
    await keyboard.press('Enter')
    await expect(ui.brief(page).getByRole('heading', { name: 'The closing of the old quay' })).toBeVisible()
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(ui.text(page)).toBeFocused()
    for (let n = 1; n <= 5; n++) {
      await keyboard.type(`Statement ${n} stands on the record of the port`)
      await keyboard.type(` @Q${n}`)
      const list = page.getByRole('listbox', { name: 'Quotes and sources to cite' })
      await expect(list.getByRole('option').first()).toContainText(`Q${n}`)
      await keyboard.press('Enter')
      await expect(list).toHaveCount(0)
      await keyboard.type('.')
      await keyboard.press('Enter')
    }
    await expect(ui.text(page).locator('.citation')).toHaveCount(5)
    await expect(ui.status(page).getByText(/^Saved/)).toBeVisible()
  })
  await test.step('export', async () => {
    await answerDialogs(app, { save: pdf })
    await keyboard.press('Control+E')
    await expect(ui.dialog(page).getByRole('button', { name: 'Export PDF…' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'The PDF is written' })).toBeVisible()
    expect(await readdir(documents)).toContain('briefing.pdf')
    const text = flowing((await pdfPages(pdf)).join(' '))
    for (const words of [QUAY.title, AGENCY.title, '[1, ¶ 5]', '[1, ¶ 3]', '[2, ¶ 4]']) expect(text).toContain(words)
    await keyboard.press('Escape')
    await expect(ui.dialog(page)).toHaveCount(0)
    // The focus is back in the brief.
    await expect(ui.text(page)).toBeFocused()
  })
})
