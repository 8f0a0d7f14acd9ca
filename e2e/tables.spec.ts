import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inBothThemes, test } from './fixtures.ts'
import { cite, dismissReport, doInText, importByMenu, newBrief, newCase, toSection, ui, untilSaved } from './steps.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

/** The document of the only brief, as it is on the disk. */
async function saved(path: string): Promise<string> {
  const [name] = (await readdir(join(path, 'briefs'))).filter((file) => file.endsWith('.json'))
  return readFile(join(path, 'briefs', name!), 'utf8')
}

test('a brief holds a table, a figure and a note', async ({ dossier }) => {
  const { page, folder } = dossier
  const path = await newCase(dossier, 'Pier')
  const files = join(folder, 'in')
  await mkdir(files)
  await writeFile(join(files, 'pier at low tide.png'), PIXEL)
  await writeFile(join(files, 'report.txt'), 'Pier report\n\nThe pier cost four million, the board said.\n')
  await importByMenu(dossier, 'Folder…', [files])
  await dismissReport(page)
  await expect(ui.sources(page)).toHaveCount(2)
  await newBrief(page, 'The pier')

  await test.step('a table grows by Tab and keeps what is typed in each cell', async () => {
    await toSection(page, 'Facts')
    await doInText(page, 'Insert', 'Table')
    const table = ui.text(page).getByRole('table')
    await expect(table.getByRole('row')).toHaveCount(3)
    for (const word of ['Span', 'Built', 'Cost', 'North', '2029', '4', 'South', '2030', '5', 'Lighthouse arm']) {
      await page.keyboard.type(word)
      if (word !== 'Lighthouse arm') await page.keyboard.press('Tab')
    }
    await expect(table.getByRole('row')).toHaveCount(4)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('End')
    await cite(page, 'report', /Pier report/)
    await doInText(page, 'Table', 'At the end')
    await expect(table.getByRole('cell', { name: '4', exact: true })).toHaveClass(/align-end/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('After the table.')
    await expect(ui.text(page).locator('p.statement', { hasText: 'After the table.' })).toBeVisible()
  })

  await test.step('a column comes and goes, and undo brings it back', async () => {
    const table = ui.text(page).getByRole('table')
    await table.getByRole('columnheader', { name: 'Built' }).click()
    await doInText(page, 'Table', 'Remove column')
    await expect(table.getByRole('columnheader')).toHaveText(['Span', 'Cost'])
    await expect(table.getByRole('cell', { name: '4', exact: true })).toHaveClass(/align-end/)
    await page.keyboard.press('Control+z')
    await expect(table.getByRole('columnheader')).toHaveText(['Span', 'Built', 'Cost'])
    await expect(table.getByRole('cell', { name: '2029', exact: true })).not.toHaveClass(/align-end/)
    await expect(ui.text(page)).toBeFocused()
  })

  await test.step('a note stands in its place, and one goes on behind it', async () => {
    await ui.text(page).locator('p.statement', { hasText: 'After the table.' }).click()
    await page.keyboard.press('End')
    // The menu of the statement tells that the caret has arrived.
    await expect(ui.brief(page).getByRole('button', { name: 'Statement', exact: true })).toBeEnabled()
    await page.keyboard.press('Control+Alt+f')
    await page.keyboard.type('Without the lights.')
    await page.keyboard.press('Enter')
    await page.keyboard.type(' It stood.')
    await expect(ui.text(page).locator('.footnote')).toHaveText('Without the lights.')
    await expect(ui.text(page).locator('p.statement', { hasText: 'After the table.' })).toHaveText(
      'After the table.Without the lights. It stood.'
    )
  })

  await test.step('a figure asks what it shows', async () => {
    await ui.brief(page).getByRole('button', { name: 'Insert', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Figure…' }).click()
    const dialog = ui.dialog(page)
    await expect(dialog.getByRole('button', { name: 'Insert the figure' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'What it shows' }).fill('A pier with a gap')
    await dialog.getByRole('button', { name: 'Insert the figure' }).click()
    const figure = ui.text(page).getByRole('figure')
    await expect(figure).toContainText('pier at low tide')
    await expect(figure).toContainText('A pier with a gap')
    await figure.locator('figcaption').click()
    await page.keyboard.type('The pier after the storm')
  })

  await test.step('what was pasted as a table is one', async () => {
    await page.keyboard.press('Enter')
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData(
        'text/html',
        '<p>Before</p><table><tr><th>A</th><th colspan=2>B</th></tr><tr><td>1</td></tr></table>'
      )
      data.setData('text/plain', 'Before A B 1')
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('.brief-text')!.dispatchEvent(event)
    })
    const pasted = ui.text(page).getByRole('table').nth(1)
    await expect(pasted.getByRole('columnheader')).toHaveText(['A', 'B', ''])
    await expect(pasted.getByRole('cell')).toHaveText(['1', '', ''])
  })

  await test.step('all of it is saved, and there again', async () => {
    await untilSaved(page)
    const text = await saved(path)
    for (const words of ['Lighthouse arm', 'Without the lights.', 'A pier with a gap', 'The pier after the storm'])
      expect(text).toContain(words)
    await dossier.restart()
    await dossier.page.getByRole('button', { name: /^Pier/ }).click()
    await expect(ui.text(dossier.page).getByRole('table')).toHaveCount(2)
    await expect(ui.text(dossier.page).getByRole('figure')).toContainText('The pier after the storm')
    await expect(ui.text(dossier.page).locator('.footnote')).toHaveText('Without the lights.')
    await ui.text(dossier.page).getByRole('table').first().scrollIntoViewIfNeeded()
    await inBothThemes(dossier, 'tables')
  })
})
