import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, command, expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { dismissReport, importByMenu, newCase, ui } from './steps.ts'

/** Made reports of a made dam: an agency's, a copy of it, one that cites it, one of its own. */
const REPORTS = {
  '1-veritas.txt': [
    'date 2035-05-10 - Veritas News Agency',
    '-',
    'Tolmer dam leaks',
    'TOLMER, May 10, 2035 (Veritas News Agency) - Water is seeping through 4 joints of the Tolmer dam, the water authority said on Thursday.',
    'The authority lowered the lake by two metres.'
  ],
  '2-post.txt': [
    'date 2035-05-10 - Tolmer Post',
    '-',
    'Dam leaks',
    'TOLMER (Veritas News Agency) - Water is seeping through 4 joints of the Tolmer dam, the water authority said on Thursday.',
    'Nobody had to leave the valley.'
  ],
  '3-lark.txt': [
    'date 2035-05-11 - Morning Lark',
    '-',
    'Lake lowered',
    'The lake behind the Tolmer dam was lowered because water seeps through its joints, Veritas News Agency reports.'
  ],
  '4-sund.txt': [
    'date 2035-05-12 - Radio Sund',
    '-',
    'Joints wet since March',
    'Water has been seeping through joints of the Tolmer dam since March, two engineers of the dam told Radio Sund.'
  ]
}
const BRIEF = `---
title: The Tolmer dam
author: Desk 1
date: 2035-05-13
tlp: "TLP:GREEN"
---

## Facts

Water seeps through joints of the Tolmer dam. [@S1] [@S2] [@S3] [@S4] {.fact}

Water seeps through 5 joints of the dam. [@S1] {.fact}

Some say that the dam should be emptied. [@S3] {.fact}
`

async function caseWithBrief(dossier: Dossier): Promise<void> {
  const { app, page } = dossier
  const folder = join(dossier.folder, 'reports')
  await mkdir(folder, { recursive: true })
  for (const [name, lines] of Object.entries(REPORTS)) await writeFile(join(folder, name), `${lines.join('\n')}\n`)
  const brief = join(dossier.folder, 'brief.md')
  await writeFile(brief, BRIEF)
  await newCase(dossier, 'Dam')
  await importByMenu(dossier, 'Folder…', [folder])
  await dismissReport(page)
  await answerDialogs(app, { open: [brief] })
  await menu(app, 'import-markdown')
  await expect(ui.text(page)).toContainText('Water seeps through joints')
}

test('beside a statement stands how many origins it has; the tree tells why, is overruled with a reason, and that is undone', async ({
  dossier
}) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  const mark = ui.text(page).getByRole('button', { name: '4 reports, 2 origins' })
  await expect(mark).toBeVisible()
  // What is found comes in after it, beside other statements, and moves them.
  await expect(ui.text(page).getByRole('button', { name: '1 finding in this statement' })).toHaveCount(2)
  await ui
    .text(page)
    .getByText('Water seeps through joints')
    .click({ position: { x: 20, y: 10 } })
  await menu(app, 'statement-origins')
  const tree = ui.dialog(page)
  await expect(tree.getByRole('status')).toContainText('4 reports, 2 origins.')
  await expect(tree).toContainText('Morning Lark ← Veritas News Agency')
  await inBothThemes(dossier, 'origins')
  await tree.getByRole('button', { name: 'Its own origin… S3' }).click()
  await tree.getByRole('textbox', { name: 'Because' }).fill('Its reporter was at the lake.')
  await page.keyboard.press('Enter')
  await expect(tree.getByRole('status')).toContainText('4 reports, 3 origins.')
  await expect(tree.getByRole('region', { name: 'Overruled' })).toContainText('Its reporter was at the lake.')
  await page.keyboard.press('Escape')
  await expect(ui.text(page).getByRole('button', { name: '4 reports, 3 origins' })).toBeVisible()
  // In the text of the brief it would take back what was typed.
  await page.getByRole('tab', { name: /^Sources/ }).click()
  await menu(app, 'undo')
  await expect(mark).toBeVisible()
})

test('findings stand in the margin, say why, and are dismissed with a reason until the words change', async ({
  dossier
}) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  await expect(ui.text(page).getByRole('button', { name: '1 finding in this statement' })).toHaveCount(2)
  await menu(app, 'brief-findings')
  const dialog = ui.dialog(page)
  await expect(dialog).toContainText('The number “5” stands in no cited source (S1).')
  await expect(dialog).toContainText('“Some say” names nobody.')
  await inBothThemes(dossier, 'findings')
  await dialog.getByRole('button', { name: 'Dismiss… Nobody named' }).click()
  await dialog.getByRole('textbox', { name: 'Because' }).fill('It was said at a meeting of the council.')
  await page.keyboard.press('Enter')
  await expect(dialog).not.toContainText('names nobody')
  await page.keyboard.press('Escape')
  await expect(ui.text(page).getByRole('button', { name: '1 finding in this statement' })).toHaveCount(1)
  await ui
    .text(page)
    .getByText('Some say that the dam')
    .click({ position: { x: 20, y: 10 } })
  await page.keyboard.press('End')
  await page.keyboard.type(' Soon.')
  await expect(ui.text(page).getByRole('button', { name: '1 finding in this statement' })).toHaveCount(2)
})

test('a finding offers one thing to do about it, which mends it in the text', async ({ dossier }) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  const text = ui.text(page)
  const marks = text.getByRole('button', { name: '1 finding in this statement' })
  await expect(marks).toHaveCount(2)
  await menu(app, 'brief-findings')
  const dialog = ui.dialog(page)
  await expect(dialog.getByRole('button', { name: 'Cite…: Number in no cited source' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Attribute: Nobody named' }).focus()
  await page.keyboard.press('Enter')
  await expect(text).toContainText('should be emptied, according to Veritas News Agency.')
  await expect(text).toBeFocused()
  await expect(marks).toHaveCount(1)
  await inBothThemes(dossier, 'findings in the margin')
  await menu(app, 'brief-findings')
  await dialog.getByRole('button', { name: 'Cite…: Number in no cited source' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: /cite/i })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the matrix and the impact of a source are tables that lead to their places', async ({ dossier }) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  await menu(app, 'matrix')
  const matrix = ui.dialog(page)
  const cell = matrix.getByRole('button', { name: /^Statement 2, S1, supports/ })
  await expect(cell).toBeVisible()
  await inBothThemes(dossier, 'matrix')
  await matrix.getByRole('button', { name: /^Statement 1, S1, supports/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(cell).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ui.reader(page).getByRole('article')).toContainText('Tolmer dam leaks')
  await menu(app, 'impact')
  const impact = ui.dialog(page)
  await expect(impact.getByRole('status')).toContainText('On it hang S2 (copies it), S3 (cites it).')
  await expect(impact.getByRole('row', { name: /statement 2/ })).toContainText('Nothing supports it any more')
  await inBothThemes(dossier, 'impact')
  await page.keyboard.press('Escape')
  await command(app, 'delete-shown-source')
  await expect(ui.dialog(page).getByRole('list', { name: 'Where it is cited' })).toContainText(
    'Nothing supports it any more'
  )
})
