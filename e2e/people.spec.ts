import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { importByMenu, newCase, ui } from './steps.ts'

const ARTICLES = {
  'lenn.txt': `Director of harbour board resigns\n\nLenn Courier\n6 May 2033\n\nOrla Venn resigned on Friday as director of the Harbour Safety Board (HSB). Mr. Peter Aldane takes her place, the HSB said.\n\n“It was late,” said Mrs. Venn. She sold a ship to Brantholm Ferries Ltd in Norway.\n`,
  'ostby.txt': `Board knew of memo\n\nOstby Observer\n9 May 2033\n\nMr. Peter Aldane knew of the memo, he said on Monday. “I read it,” said Mr. Aldane in Norway.\n\nPaul Venn, a spokesman for Brantholm Ferries Ltd, denied it.\n`
}

async function fill(dossier: Dossier): Promise<void> {
  const folder = join(dossier.folder, 'board')
  await mkdir(folder)
  for (const [name, text] of Object.entries(ARTICLES)) await writeFile(join(folder, name), text)
  await newCase(dossier, 'Harbour board')
  await importByMenu(dossier, 'Folder…', [folder])
  await expect(ui.sources(dossier.page)).toHaveCount(2)
}

test('people, organisations and places are listed, merged, divided, dismissed and taken back by keyboard', async ({
  dossier
}) => {
  await fill(dossier)
  const { app, page } = dossier
  await menu(app, 'people')
  const panel = page.getByRole('region', { name: 'People, organisations, places' })
  const list = panel.getByRole('listbox', { name: 'Names' })
  const names = list.getByRole('option')
  await expect(names.filter({ hasText: 'Orla Venn' })).toContainText('also Venn')
  await expect(names.filter({ hasText: 'Harbour Safety Board' })).toContainText('also HSB')
  await expect(names.filter({ hasText: 'Peter Aldane' })).toContainText('3 passages in 2 sources')
  await panel.getByRole('searchbox', { name: 'Filter the names' }).fill('aldane')
  await expect(names).toHaveCount(1)
  await panel.getByRole('searchbox', { name: 'Filter the names' }).fill('')

  await names.filter({ hasText: 'Orla Venn' }).click()
  await inBothThemes(dossier, 'people')

  // From the entry to its passages, into the reader and back.
  await list.focus()
  await page.keyboard.press('Enter')
  const passages = panel.getByRole('listbox', { name: 'Passages' })
  await expect(passages).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(ui.reader(page)).toContainText('Director of harbour board resigns')
  await page.keyboard.press('Escape')
  await expect(passages).toBeFocused()

  // Merging by choosing another, and undoing that.
  await list.focus()
  await page.keyboard.press('m')
  const merging = page.getByRole('dialog', { name: 'Merge into Orla Venn' })
  await merging.getByRole('searchbox', { name: 'Find a name' }).fill('paul')
  await merging.getByRole('option').filter({ hasText: 'Paul Venn' }).click()
  await merging.getByRole('button', { name: 'Merge' }).click()
  await expect(names.filter({ hasText: 'Paul Venn' })).toHaveCount(1)
  await expect(names.filter({ hasText: 'Orla Venn' })).toContainText('also Venn, Paul Venn')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(names.filter({ hasText: 'Orla Venn' })).not.toContainText('Paul Venn')

  await names.filter({ hasText: 'Orla Venn' }).click()
  await list.focus()
  await page.keyboard.press('d')
  const dividing = page.getByRole('dialog', { name: 'Divide Orla Venn' })
  await dividing.getByText('Venn (1)', { exact: true }).click()
  await dividing.getByRole('textbox', { name: 'Name of what is parted' }).fill('Another Venn')
  await page.keyboard.press('Enter')
  await expect(names.filter({ hasText: 'Another Venn' })).toContainText('1 passage in 1 source')

  await page.keyboard.press('F2')
  const naming = page.getByRole('dialog', { name: 'Name and kind' })
  await naming.getByRole('textbox', { name: 'Name' }).fill('A Venn of Lenn')
  await page.keyboard.press('Enter')
  await expect(naming).toHaveCount(0)
  await expect(names.filter({ hasText: 'A Venn of Lenn' })).toBeVisible()

  await list.focus()
  await page.keyboard.press('Delete')
  await expect(names.filter({ hasText: 'A Venn of Lenn' })).toHaveCount(0)
  await panel.getByRole('button', { name: /^Dismissed/ }).click()
  await expect(names).toHaveCount(1)
  await names.first().click()
  await panel.getByRole('button', { name: 'Take back' }).click()
  await panel.getByRole('button', { name: /^People/ }).click()
  await expect(names.filter({ hasText: 'A Venn of Lenn' })).toBeVisible()
})
