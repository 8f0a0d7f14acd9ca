import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { caseWithArticles, ui } from './steps.ts'

const BRIEF = `---
title: The old quay
author: Desk 1
date: 2035-05-13
tlp: "TLP:GREEN"
---

## Facts

The quay was closed in March. [@S1] {.fact}

Two cranes stand on it. [@S2] {.fact}

## Gaps

Who ordered the closure?
`

async function caseWithBrief(dossier: Dossier): Promise<void> {
  const { app, page } = dossier
  await caseWithArticles(dossier)
  const brief = join(dossier.folder, 'brief.md')
  await writeFile(brief, BRIEF)
  await answerDialogs(app, { open: [brief] })
  await menu(app, 'import-markdown')
  await expect(ui.text(page)).toContainText('The quay was closed')
}

test('a version is kept, its difference read, restored by the keyboard alone, and that is undone', async ({
  dossier
}) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  await menu(app, 'brief-versions')
  const dialog = ui.dialog(page)
  await expect(dialog.getByRole('status')).toContainText('There is no version yet.')
  await expect(dialog.getByRole('textbox', { name: /Keep the brief/ })).toBeFocused()
  await page.keyboard.type('As sent')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('option', { name: /As sent/ })).toContainText('as it is now')
  await page.keyboard.press('Escape')

  const text = ui.text(page)
  await text.getByText('Two cranes stand').click({ position: { x: 20, y: 10 } })
  await page.keyboard.press('Home')
  await page.keyboard.type('At least ')
  await page.keyboard.press('Alt+ArrowUp')
  await text.getByText('Who ordered').click({ position: { x: 20, y: 10 } })
  await page.keyboard.press('End')
  await page.keyboard.type(' And when?')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Was it flooded?')
  await menu(app, 'brief-versions')
  const changes = dialog.getByRole('list', { name: 'Changes' })
  await expect(changes.getByRole('listitem').filter({ hasText: 'Statement 1 · Facts' })).toContainText(
    'moved, other words'
  )
  await expect(changes).toContainText('Statement 4 · Gaps')
  await expect(dialog).toContainText('parts are the same.')
  await inBothThemes(dossier, 'versions')
  await dialog.getByRole('button', { name: 'Restore' }).focus()
  await page.keyboard.press('Enter')
  await expect(text).not.toContainText('At least')
  await expect(text).not.toContainText('Was it flooded?')
  await menu(app, 'brief-versions')
  await expect(dialog.getByRole('option')).toHaveCount(2)
  await expect(dialog.getByRole('option').first()).toContainText('Before another was restored')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Sources/ }).click()
  await menu(app, 'undo')
  await expect(text).toContainText('At least')
  await expect(text).toContainText('Was it flooded?')
})

test('a comment is made, answered and resolved by the keyboard alone; open ones are jumped to, and no export has them', async ({
  dossier
}) => {
  const { app, page } = dossier
  await caseWithBrief(dossier)
  const text = ui.text(page)
  await text.getByText('The quay was closed').click({ position: { x: 20, y: 10 } })
  await page.keyboard.press('Control+Alt+c')
  const dialog = ui.dialog(page)
  await expect(dialog.getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await page.keyboard.type('Which day in March?')
  await page.keyboard.press('Control+Enter')
  const thread = dialog.getByRole('list', { name: 'Comments' }).getByRole('listitem').first()
  await expect(thread).toContainText('Which day in March?')
  await thread.getByRole('button', { name: 'Answer…' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('The third, by S1.')
  await page.keyboard.press('Control+Enter')
  await expect(thread).toContainText('The third, by S1.')
  await inBothThemes(dossier, 'comments')
  await page.keyboard.press('Escape')
  const mark = text.getByRole('button', { name: '1 comment' })
  await expect(mark).toBeVisible()
  await inBothThemes(dossier, 'comments at a statement')

  await text.getByText('Who ordered').click({ position: { x: 20, y: 10 } })
  await page.keyboard.press('Control+Alt+n')
  await page.keyboard.press('Control+Alt+c')
  await expect(dialog).toContainText('Which day in March?')
  await thread.getByRole('button', { name: 'Resolve' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toContainText('0 open comments, 1 resolved.')
  await page.keyboard.press('Escape')
  await expect(mark).toHaveCount(0)
  await menu(app, 'brief-comments')
  await dialog.getByRole('checkbox', { name: 'Show what is resolved' }).focus()
  await page.keyboard.press('Space')
  await expect(dialog).toContainText('Statement 1')
})
