import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, expect, menu, test } from './fixtures.ts'
import { checkWithQpdf, flowing, pdfInfo, pdfPages } from './pdf.ts'
import { dismissReport, importByMenu, newCase, openSource, quoteWords, ui, untilSaved } from './steps.ts'

/** Made reports about a made lake: an agency's, two that print it, one that cites it, and one of its own. */
const REPORTS = {
  '1-northline.txt': [
    'date 2033-04-06 - Northline',
    '-',
    'Chlorine found in Lake Aster',
    'ASTERBY, April 6, 2033 (Northline) - Chlorine was measured at two of six places in Lake Aster, the water authority said on Wednesday.',
    'The authority told people to leave their boats ashore.'
  ],
  '2-gazette.txt': [
    'date 2033-04-06 - Asterby Gazette',
    '-',
    'Chlorine in lake',
    'ASTERBY (Northline) - Chlorine was measured at two of six places in Lake Aster, the water authority said on Wednesday.',
    'The school by the lake stayed open.'
  ],
  '3-herald.txt': [
    'date 2033-04-07 - Morran Herald',
    '-',
    'Lake Aster: chlorine measured',
    'ASTERBY (Northline) - Chlorine was measured at two of six places in Lake Aster, the water authority said on Wednesday.',
    'Morran takes its water from elsewhere.'
  ],
  '4-lark.txt': [
    'date 2033-04-07 - Morning Lark',
    '-',
    'What is in the lake',
    'Chlorine was measured in Lake Aster at two of six places, Northline reported on Wednesday.',
    'Readers asked whether they may swim.'
  ],
  '5-sund.txt': [
    'date 2033-04-08 - Radio Sund',
    '-',
    'Fisher had his water tested',
    'A laboratory in Morran measured chlorine at two places in Lake Aster on Tuesday, the fisher Olle Brandt told Radio Sund.',
    'He had brought six bottles.'
  ]
}
const BRIEF = `---
title: Chlorine in Lake Aster
author: Desk 2
date: 2033-04-09
tlp: "TLP:AMBER"
---

## Key judgements

Chlorine got into Lake Aster at two places. [@S1] [@S2] [@S3] [@S4] [@S5] {.judgement likelihood="very likely" confidence=moderate}

It is likely, with high confidence, that boats are to stay ashore. [@S1] {.judgement}
`
const WORDS = 'Chlorine was measured at two of six places in Lake Aster'
const REASON = 'The Lark had the sheet of measurements itself'

test('an analyst sees on how many origins a judgement rests, overrules that, and prints it', async ({ dossier }) => {
  const { app, page, documents, folder } = dossier
  let path = ''

  await test.step('import five reports: the copies are told', async () => {
    const reports = join(folder, 'reports')
    await mkdir(reports)
    for (const [name, lines] of Object.entries(REPORTS)) await writeFile(join(reports, name), `${lines.join('\n')}\n`)
    path = await newCase(dossier, 'Lake Aster')
    await importByMenu(dossier, 'Folder…', [reports])
    await dismissReport(page)
    await expect(ui.sources(page)).toHaveCount(5)
    await openSource(page, 'Chlorine found in Lake Aster')
    await quoteWords(page, WORDS)
  })

  await test.step('the statement has five reports of two origins, and the tree says why', async () => {
    const brief = join(folder, 'brief.md')
    await writeFile(brief, BRIEF)
    await answerDialogs(app, { open: [brief] })
    await menu(app, 'import-markdown')
    await ui.text(page).getByRole('button', { name: '5 reports, 2 origins' }).click()
    const tree = ui.dialog(page)
    await expect(tree.getByRole('status')).toContainText('5 reports, 2 origins.')
    await expect(tree).toContainText('Morning Lark ← Northline')
    await expect(tree).toContainText('the passage stands there')
    await expect(tree).toContainText('says that it reported it')
    await expect(tree).toContainText('the fisher Olle Brandt')
  })

  await test.step('the analyst overrules it with a reason, which is logged', async () => {
    const tree = ui.dialog(page)
    await tree.getByRole('button', { name: 'Its own origin… S4' }).click()
    await tree.getByRole('textbox', { name: 'Because' }).fill(REASON)
    await page.keyboard.press('Enter')
    await expect(tree.getByRole('status')).toContainText('5 reports, 3 origins.')
    await page.keyboard.press('Escape')
    await expect(ui.text(page).getByRole('button', { name: '5 reports, 3 origins' })).toBeVisible()
    const audit = join(path, 'audit')
    const logs = await Promise.all((await readdir(audit)).map((name) => readFile(join(audit, name), 'utf8')))
    expect(logs.join('')).toContain('"origin-overruling-added"')
  })

  await test.step('likelihood and confidence in one sentence are flagged', async () => {
    await menu(app, 'brief-findings')
    await expect(ui.dialog(page)).toContainText('Likelihood and confidence in one sentence')
    await page.keyboard.press('Escape')
    await untilSaved(page)
  })

  const pdf = join(documents, 'lake.pdf')
  await test.step('export with origins and matrix behind the brief', async () => {
    await answerDialogs(app, { save: pdf })
    await menu(app, 'export-pdf')
    const dialog = ui.dialog(page)
    for (const name of [/^Origins/, /^Statements and sources/]) {
      const box = dialog.getByRole('checkbox', { name })
      await expect(box).not.toBeChecked()
      await dialog.getByText(name).first().click()
      await expect(box).toBeChecked()
    }
    await dialog.getByRole('button', { name: /^(Export .+|Continue)…$/ }).click()
    await expect(page.getByRole('dialog', { name: 'The PDF is written' })).toBeVisible()
  })

  await test.step('the pages carry the handling, what the judgement rests on, chains and the ruling', async () => {
    await checkWithQpdf(pdf)
    expect((await pdfInfo(pdf))['Tagged']).toBe('yes')
    const pages = await pdfPages(pdf)
    for (const [index, text] of pages.entries())
      expect(text.match(/TLP:AMBER/g)?.length ?? 0, `TLP on page ${index + 1}`).toBeGreaterThanOrEqual(2)
    const text = flowing(pages.join(' '))
    expect(text).toContain('5 reports, 3 origins, as the analyst rules. Likelihood: very likely. Confidence: moderate.')
    expect(text).toMatch(/very likely highly probable 80–95%/)
    expect(text).toMatch(/2 Northline \(agency\) \[4\] Morning Lark › says that \[1\] reported it/)
    expect(text).toContain('its passage stands in [1]')
    expect(text).toContain(`[4] is an origin of its own. ${REASON}`)
    expect(text).toContain('Which source says what of each statement')
  })

  await test.step('the PDF verifies from within the app', async () => {
    await ui.dialog(page).getByRole('button', { name: 'Verify the PDF' }).click()
    await expect(page.getByRole('dialog', { name: 'Verify a PDF' })).toContainText('✓ Verified')
  })
})
