import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, expect, menu, test } from './fixtures.ts'
import { checkWithQpdf, flowing, pdfPages } from './pdf.ts'
import { importByMenu, newCase, ui, untilSaved } from './steps.ts'

/** Made reports about a made fire, over four days. */
const REPORTS = {
  '1-courier.txt': [
    'date 2033-06-14 - Havn Courier',
    '-',
    'Fire in Havn paper mill kills 19',
    'A fire in the paper mill of Havn killed 19 people on Monday night, the fire brigade said.',
    'At least 59 people were injured, the regional hospital said.',
    'The mill was inspected three days before the fire.'
  ],
  '2-post.txt': [
    'date 2033-06-15 - Lenn Post',
    '-',
    'Havn: the search goes on',
    'The number of people who died in the paper mill of Havn rose to 22, up from 19 on Tuesday, the fire brigade said.',
    'The regional hospital said that 64 people were injured.'
  ],
  '3-star.txt': [
    'date 2033-06-15 - Evening Star',
    '-',
    'Scores hurt in Havn',
    'The fire in the mill injured 120 people, neighbours of the mill said.',
    'The roof of the mill came down on Wednesday evening.'
  ],
  '4-observer.txt': [
    'date 2033-06-17 - Havn Observer',
    '-',
    'Mill of Havn to stay shut',
    'The fire in the paper mill of Havn killed 22 people, the fire brigade said.',
    'The mill is to be pulled down in July.'
  ]
}
const BRIEF = `---
title: The fire at Havn
author: Desk 3
date: 2033-06-18
tlp: "TLP:GREEN"
---

## Facts

The fire in the paper mill of Havn killed 22 people. [@S2] [@S4] [@S1 contradicts] {.judgement likelihood="almost certain" confidence=high}

One paper speaks of 120 injured, the hospital of 64. [@S3] [@S2] {.fact}
`

test('an investigator sees figures revised and in conflict, corrects a date, and prints ledger and chronology', async ({
  dossier
}) => {
  const { app, page, documents, folder } = dossier

  await test.step('import reports of four days', async () => {
    const reports = join(folder, 'reports')
    await mkdir(reports)
    for (const [name, lines] of Object.entries(REPORTS)) await writeFile(join(reports, name), `${lines.join('\n')}\n`)
    await newCase(dossier, 'Havn')
    await importByMenu(dossier, 'Folder…', [reports])
    await expect(ui.sources(page)).toHaveCount(4)
  })

  await test.step('the ledger shows a revision, a compatible pair and a conflict', async () => {
    await menu(app, 'ledger')
    const ledger = page.getByRole('region', { name: 'Ledger of figures' })
    await expect(ledger.getByRole('button', { name: /→ 22/ }).first()).toHaveAccessibleName(/replaces 19 of S1/)
    const injured = ledger.getByRole('button', { name: /^≥ 59/ })
    await expect(injured).not.toHaveAccessibleName(/conflict|replaces/)
    await expect(ledger.getByRole('button', { name: /^120/ })).toHaveAccessibleName(/in conflict with 64 of S2/)
    await expect(ledger.getByRole('button', { name: /^64/ })).toHaveAccessibleName(/in conflict with 120 of S3/)
  })

  const entries = page.getByRole('listbox', { name: 'Entries' })
  const entry = (words: string) => entries.getByRole('option').filter({ hasText: words })
  await test.step('days are counted from each report’s own date', async () => {
    await menu(app, 'chronology')
    await expect(entry('killed 19 people')).toContainText('13 Jun 2033')
    await expect(entry('was inspected')).toContainText('10 Jun 2033')
    await expect(entry('roof')).toContainText('15 Jun 2033')
  })

  await test.step('correcting a report’s date moves what hung on it, and nothing else', async () => {
    await entry('killed 19 people').click()
    await page.keyboard.press('Enter')
    await expect(ui.reader(page).getByRole('article')).toContainText('Fire in Havn paper mill kills 19')
    await ui.reader(page).getByRole('button').filter({ hasText: 'Details' }).click()
    const published = page.getByRole('complementary', { name: 'Details' }).getByRole('region', { name: 'Published' })
    await published.getByRole('button', { name: 'Edit Published' }).click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('2033-06-21')
    await page.keyboard.press('Enter')
    // What moves is shown before it is accepted.
    const moved = page.getByRole('region', { name: /What moves/ })
    await expect(moved.getByRole('listitem').filter({ hasText: 'Monday night' })).toContainText('20 Jun 2033')
    await moved.getByRole('button', { name: 'Accept' }).click()
    await expect(published).toContainText('21 June 2033')
    await expect(entry('killed 19 people')).toContainText('20 Jun 2033')
    await expect(entry('was inspected')).toContainText('17 Jun 2033')
    await expect(entry('roof')).toContainText('15 Jun 2033')
    await menu(app, 'undo')
    await expect(entry('killed 19 people')).toContainText('13 Jun 2033')
    await expect(entry('was inspected')).toContainText('10 Jun 2033')
  })

  const pdf = join(documents, 'fire.pdf')
  await test.step('export with ledger and chronology behind the brief', async () => {
    const brief = join(folder, 'brief.md')
    await writeFile(brief, BRIEF)
    await answerDialogs(app, { open: [brief], save: pdf })
    await menu(app, 'import-markdown')
    await expect(ui.text(page)).toContainText('killed 22 people')
    await untilSaved(page)
    await menu(app, 'export-pdf')
    const dialog = ui.dialog(page)
    for (const name of [/^Ledger of figures/, /^Chronology of events/]) await dialog.getByText(name).first().click()
    await dialog.getByRole('button', { name: /^(Export .+|Continue)…$/ }).click()
    await expect(page.getByRole('dialog', { name: 'The PDF is written' })).toBeVisible()
  })

  await test.step('the pages hold the figures with how they stand, and each day with its rule', async () => {
    await checkWithQpdf(pdf)
    const text = flowing((await pdfPages(pdf)).join(' '))
    for (const title of ['Ledger of figures', 'Chronology of events']) expect(text).toContain(title)
    expect(text).toMatch(/2 reports, 1 origin\. Likelihood: almost certain\. Confidence: high\./)
    expect(text).toMatch(/≥ 59/)
    expect(text).toMatch(/replaces 19/)
    expect(text).toMatch(/conflicts/)
    expect(text).toContain('How the day is known')
    const plain = text.replaceAll(' ', '')
    expect(plain).toContain('“Mondaynight”')
    expect(plain).toContain('13June2033')
  })

  await test.step('the PDF verifies from within the app', async () => {
    await ui.dialog(page).getByRole('button', { name: 'Verify the PDF' }).click()
    await expect(page.getByRole('dialog', { name: 'Verify a PDF' })).toContainText('✓ Verified')
  })
})
