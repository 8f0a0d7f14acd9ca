import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, command, expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { importByMenu, newCase, openSource, ui } from './steps.ts'

test.use({ sharesApp: true })

/** Made reports of a made fire. */
const REPORTS = {
  '1-veritas.txt': [
    'date 2035-05-10 - Veritas News Agency',
    '-',
    'Varn depot burns',
    'VARN, May 10, 2035 (Veritas News Agency) - The fuel depot of Varn burned down on Thursday, the fire service said.',
    'The fire began at a pump, the fire service said.'
  ],
  '2-lark.txt': [
    'date 2035-05-11 - Morning Lark',
    '-',
    'Gate was open',
    'The gate of the Varn depot stood open an hour before the fire, a night watchman told the Morning Lark.'
  ],
  '3-sund.txt': [
    'date 2035-05-12 - Radio Sund',
    '-',
    'Depot was to close',
    'The depot of Varn was to close in June, its owner told Radio Sund.'
  ]
}
const BRIEF = `---
title: The depot of Varn
author: Desk 1
date: 2035-05-13
tlp: "TLP:GREEN"
---

## Facts

The depot of Varn burned down. [@S1] {.fact}

The gate stood open before the fire. [@S2] {.fact}
`

async function caseWithBrief(dossier: Dossier): Promise<void> {
  const { app, page } = dossier
  const folder = join(dossier.folder, 'reports')
  await mkdir(folder, { recursive: true })
  for (const [name, lines] of Object.entries(REPORTS)) await writeFile(join(folder, name), `${lines.join('\n')}\n`)
  const brief = join(dossier.folder, 'brief.md')
  await writeFile(brief, BRIEF)
  await newCase(dossier, 'Depot')
  await importByMenu(dossier, 'Folder…', [folder])
  await expect(ui.sources(page)).toHaveCount(3)
  await answerDialogs(app, { open: [brief] })
  await menu(app, 'import-markdown')
  await expect(ui.text(page)).toContainText('The depot of Varn burned down')
}

test('a source is graded by keys, each grade with its reason; library and details show it, and that is undone', async ({
  dossier
}) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  await openSource(page, 'Varn depot burns')
  await page.keyboard.press('Control+Alt+G')
  const dialog = ui.dialog(page)
  await expect(dialog).toContainText('Varn depot burns')
  await dialog.getByRole('button', { name: /Reliability of the source/ }).press('Enter')
  await page.keyboard.type('B')
  await page.keyboard.press('Enter')
  const save = dialog.getByRole('button', { name: 'Save' })
  await expect(save).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Reason for the reliability' }).fill('Right on the harbour and the dam.')
  await dialog.getByRole('button', { name: /Credibility of the information/ }).press('Enter')
  await inBothThemes(dossier, 'grades')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: 'Reason for the credibility' }).fill('The smoke was seen from Sollen.')
  await inBothThemes(dossier, 'grade')
  await save.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(ui.sources(page).filter({ hasText: 'Varn depot burns' })).toContainText('B2')
  await command(app, 'details')
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText('B2: source usually reliable, information probably true')
  await expect(details).toContainText('The smoke was seen from Sollen.')
  await inBothThemes(dossier, 'graded')
  await page.getByRole('tab', { name: /^Sources/ }).click()
  await menu(app, 'undo')
  await expect(details).toContainText('Not graded')
})

test('hypotheses grow out of the matrix, are rated by letters, and tell what their order hangs on', async ({
  dossier
}) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  await menu(app, 'matrix')
  const matrix = ui.dialog(page)
  await expect(matrix.getByRole('rowheader', { name: /The gate stood open/ })).toBeVisible()
  await matrix.getByRole('button', { name: 'Take as evidence: statement 2' }).press('Enter')
  await matrix.getByRole('button', { name: /^Statement 1, S1/ }).press('e')
  await expect(page.getByText('Taken as evidence.').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await menu(app, 'hypotheses')
  const room = ui.dialog(page)
  await expect(room.getByRole('rowheader')).toHaveCount(2)
  for (const hypothesis of ['A pump failed', 'Somebody set the fire', 'Lightning']) {
    await room.getByRole('textbox', { name: 'New hypothesis' }).fill(hypothesis)
    await page.keyboard.press('Enter')
    await expect(room.getByRole('columnheader', { name: hypothesis })).toBeVisible()
  }
  await room.getByRole('button', { name: 'E1, H1: not rated' }).press('c')
  await expect(room.getByRole('button', { name: 'E1, H1: consistent' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('c')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('i')
  await expect(room.getByRole('button', { name: 'E1, H3: inconsistent' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('i')
  await expect(room.getByRole('status')).toContainText('H1 leads, with nothing against it. That hangs on E1, E2.')
  await inBothThemes(dossier, 'hypotheses')
  await page.keyboard.press('Control+z')
  await expect(room.getByRole('button', { name: 'E2, H2: not rated' })).toBeVisible()
  await room.getByRole('button', { name: 'Statement 2' }).press('Enter')
  await expect(room).toHaveCount(0)
})

test('a brief begins from a template, and becomes one without its statements', async ({ dossier }) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  await menu(app, 'new-brief')
  await ui
    .dialog(page)
    .getByRole('button', { name: /Template/ })
    .press('Enter')
  await inBothThemes(dossier, 'templates')
  await page.getByRole('option', { name: 'Case brief' }).click()
  await expect(ui.dialog(page).getByRole('list', { name: 'Sections' })).toContainText('How the rule meets the facts')
  await inBothThemes(dossier, 'new-brief')
  await ui.dialog(page).getByRole('textbox', { name: 'Title' }).fill('Varn v. the depot')
  await page.keyboard.press('Enter')
  await expect(ui.text(page).getByRole('heading', { name: 'Application' })).toBeVisible()
  await menu(app, 'save-template')
  await ui.dialog(page).getByRole('textbox', { name: 'Name' }).fill('Desk 1 case')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The template “Desk 1 case” is there')).toBeVisible()
  await menu(app, 'new-brief')
  await ui
    .dialog(page)
    .getByRole('button', { name: /Template/ })
    .press('Enter')
  await page.getByRole('option', { name: 'Desk 1 case' }).click()
  await ui.dialog(page).getByRole('button', { name: 'Remove this template' }).click()
  await expect(
    ui
      .dialog(page)
      .getByRole('button', { name: /Template/ })
      .first()
  ).toContainText('Briefing (BLUF)')
})

test('descriptors and the source summary are drafted, edited, and drafted anew only after asking', async ({
  dossier
}) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  await menu(app, 'sourcing')
  const dialog = ui.dialog(page)
  const summary = dialog.getByRole('textbox', { name: 'Source summary statement' })
  await expect(summary).toHaveValue(/Statements 1 and 2 rest on one origin/)
  await expect(dialog.getByRole('textbox', { name: /^S2/ })).toHaveValue(/Morning Lark.*a night watchman/)
  await expect(dialog.getByText('Draft: it follows what the case knows.')).toHaveCount(3)
  await summary.fill('One watchman and one agency.')
  await dialog.getByRole('button', { name: 'Done' }).focus()
  await expect(dialog.getByText(/^Edited/)).toBeVisible()
  await inBothThemes(dossier, 'sourcing')
  await dialog.getByRole('button', { name: 'Draft anew: Source summary statement' }).press('Enter')
  await expect(dialog.getByRole('group', { name: 'Draft anew' })).toContainText('The brief leans most on')
  await dialog.getByRole('button', { name: 'Keep what I wrote' }).press('Enter')
  await expect(summary).toHaveValue('One watchman and one agency.')
  await dialog.getByRole('button', { name: 'Draft anew: Source summary statement' }).press('Enter')
  await dialog.getByRole('button', { name: 'Take the draft' }).press('Enter')
  await expect(summary).toHaveValue(/Statements 1 and 2 rest on one origin/)
})
