import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Dossier } from './fixtures.ts'
import { importByMenu, newCase, ui } from './steps.ts'

/** Two articles without a date, and one that says two. */
async function writeDoubtful(folder: string): Promise<string> {
  const place = join(folder, 'doubtful')
  await mkdir(place)
  for (const name of ['Ferry', 'Tram'])
    await writeFile(
      join(place, `${name}.txt`),
      `${name} stands still in Sollen\n\nThe ${name} has stood still since noon.\n`
    )
  await writeFile(
    join(place, 'Bridge.html'),
    `<!DOCTYPE html><html lang="en"><head><title>Bridge of Vestad opens</title></head><body><article>
<h1>Bridge of Vestad opens</h1><p>Posted 04/05/2031</p>
<p>The bridge of Vestad was opened on Sunday before some two thousand people, the town council said in a statement.</p>
<p>It carries two lanes and a path for cyclists, and cost a third more than was planned nine years ago.</p>
</article></body></html>`
  )
  return place
}

async function importDoubtful(dossier: Dossier): Promise<void> {
  const folder = await writeDoubtful(dossier.folder)
  await newCase(dossier, 'Doubt')
  await importByMenu(dossier, 'Folder…', [folder])
  await ui.imported(dossier.page).getByRole('button', { name: 'Check the metadata of 3 sources…' }).click()
  await expect(dossier.page.getByRole('dialog', { name: 'Check the metadata' })).toBeVisible()
}

test('doubtful metadata are gone through by keys alone', async ({ dossier }) => {
  const { page } = dossier
  await importDoubtful(dossier)
  const dialog = page.getByRole('dialog', { name: 'Check the metadata' })
  await expect(dialog).toContainText('1 of 3')
  // The field that wants a look comes first and has the focus.
  const published = dialog.getByRole('region', { name: 'Published' })
  await expect(published).toBeFocused()
  await page.keyboard.press('1')
  // What the chronology counts from the day is shown before it moves.
  const accept = dialog.getByRole('region', { name: /What moves/ }).getByRole('button', { name: 'Accept' })
  await expect(accept).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(published).toContainText('✓ confirmed')
  await expect(published).toBeFocused()
  await expect(published).toContainText(/4 May 2031|5 April 2031/)
  await page.keyboard.press('e')
  await page.keyboard.type('2031-05-06')
  await page.keyboard.press('Enter')
  await expect(accept).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(published).toContainText('6 May 2031')
  await page.keyboard.press('ArrowRight')
  await expect(dialog).toContainText('2 of 3')
  await expect(dialog.getByRole('region', { name: 'Published' })).toBeFocused()
  await page.keyboard.press('e')
  await page.keyboard.type('2031-02-30')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('The calendar has no 2031-02-30.')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('2031-02-28')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('region', { name: 'Published' })).toContainText('28 February 2031')
  await expect(dialog.getByRole('region', { name: 'Published' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('3 of 3')
  await expect(dialog.getByRole('region', { name: 'Published' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The metadata of 2 sources are confirmed.')
  await expect(ui.library(page)).not.toContainText('No date found')
})

test('what needs a look can be singled out in the library and gone through later', async ({ dossier }) => {
  const { page } = dossier
  await importDoubtful(dossier)
  await page.keyboard.press('Escape')
  const chip = ui.library(page).getByRole('button', { name: 'Needs a look 3' })
  await chip.click()
  await expect(ui.sources(page)).toHaveCount(3)
  await ui.library(page).getByRole('button', { name: 'Check…' }).click()
  await expect(ui.dialog(page).getByRole('region', { name: 'Published' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ui.dialog(page)).toContainText('2 of 3')
  await page.keyboard.press('Escape')
  await expect(ui.sources(page)).toHaveCount(2)
  await ui.library(page).getByRole('button', { name: 'Needs a look 2' }).click()
  await expect(ui.sources(page)).toHaveCount(3)
})
