import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { QUAY } from './articles.ts'
import { expect, inBothThemes, picture, test, type Dossier } from './fixtures.ts'
import {
  caseWithArticles,
  cite,
  importByMenu,
  newBrief,
  newCase,
  openSource,
  quoteWords,
  selectWords,
  toSection,
  ui,
  untilSaved
} from './steps.ts'

const TITLE = 'Log of the harbour of Sollen'
const LINES = 4_000

/** A case with one long text: a title, numbered lines, and one line that is as long as hundreds of them. */
async function caseWithLongText(dossier: Dossier): Promise<string> {
  const lines = Array.from(
    { length: LINES },
    (_, number) => `Ship ${number} came into Sollen at noon. It left for Vestad with ${number} lorries on board.`
  )
  const all = [
    `date 2031-05-12 - Northern Courier`,
    '-',
    TITLE,
    ...lines,
    lines.slice(0, 600).join(' '),
    'The last line.'
  ]
  const file = join(dossier.folder, 'log.txt')
  await writeFile(file, `${all.join('\n')}\n`)
  await newCase(dossier, 'Log')
  await importByMenu(dossier, 'Files…', [file])
  await expect(ui.sources(dossier.page)).toHaveCount(1)
  await openSource(dossier.page, TITLE)
  return all.join('\n')
}

/** What copying puts on the clipboard. */
function copied(page: Page): Promise<string> {
  return page.evaluate(() => {
    const data = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
    return data.getData('text/plain')
  })
}

const selected = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()!.toString())

/** The words at the reading cursor, as it is painted. */
function atCursor(page: Page): Promise<string> {
  return page.evaluate(() => [...(CSS.highlights.get('cursor') ?? [])].map(String).join('\n'))
}

test('of a long text only what is near is on the page, and all of it is found, selected and copied', async ({
  dossier
}) => {
  const { page } = dossier
  await caseWithLongText(dossier)
  const reader = ui.reader(page)
  const article = reader.getByRole('article')
  const block = (words: string) => reader.locator('.block').filter({ hasText: words })
  expect(await reader.locator('.block').count()).toBeLessThan(150)

  await test.step('what is sought far down is shown', async () => {
    await article.focus()
    await page.keyboard.press('Control+f')
    await page.getByRole('searchbox', { name: 'Find in this source' }).fill('Ship 3900 came')
    await expect(block('Ship 3900 came').first()).toBeInViewport()
    await expect(reader.getByText(/^¶ 3[89]\d\d of/)).toBeVisible()
    expect(await reader.locator('.block').count()).toBeLessThan(300)
    await page.keyboard.press('Escape')
  })

  await test.step('a quote is jumped to, and stands where it stood once all has its height', async () => {
    await article.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('q')
    await expect(reader.locator('mark')).toHaveText('Ship 0 came into Sollen at noon.')
    await page.keyboard.press('Control+End')
    await expect(block('The last line.')).toBeInViewport()
    await expect(reader.locator('mark')).toHaveCount(0)
    await page.getByRole('tab', { name: 'Quotes 1' }).click()
    await ui.quotes(page).first().click()
    await expect(reader.locator('mark')).toBeInViewport()
    await expect(article).toBeFocused()
  })

  await test.step('all of it is selected and copied, wherever one scrolls', async () => {
    await page.keyboard.press('Control+a')
    await reader.locator('.reader-scroll').evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight / 2 }))
    await expect(block('Ship 0 came').first()).toBeAttached()
    const whole = await copied(page)
    expect(whole.split('\n').length).toBeGreaterThan(LINES)
    for (const words of ['Ship 0 came', 'Ship 2000 came', 'Ship 3999 came', 'The last line.'])
      expect(whole).toContain(words)
  })

  await test.step('what is read stays in its place when other widths move all lines', async () => {
    await page.keyboard.press('Escape')
    const top = (): Promise<string> =>
      reader.locator('.reader-scroll').evaluate((scroller) => {
        const { top: edge } = scroller.getBoundingClientRect()
        const first = [...scroller.querySelectorAll('.block')].find(
          (each) => each.getBoundingClientRect().bottom > edge
        )!
        return first.textContent
      })
    const before = await top()
    await reader.getByRole('button', { name: 'Details of the source' }).click()
    await expect(reader.getByRole('complementary', { name: 'Details' })).toBeVisible()
    await expect.poll(top).toBe(before)
    const outer = await reader.evaluate((pane) => {
      const scrolls: string[] = []
      for (let at = pane.parentElement; at; at = at.parentElement)
        if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY))
          scrolls.push(`${at.tagName} ${at.clientHeight} of ${at.scrollHeight}`)
      return scrolls
    })
    expect(outer, 'nothing around the pane scrolls').toEqual([])
  })
  await inBothThemes(dossier, 'reader long')

  await test.step('after a restart one goes on where one was', async () => {
    await article.focus()
    await page.keyboard.press('Control+End')
    await expect(block('The last line.')).toBeInViewport()
    // The place is put down a little later; closing by the menu comes after that.
    await expect
      .poll(() => readFile(join(dossier.userData, 'preferences.json'), 'utf8').catch(() => ''))
      .toMatch(/"reading":\s*\{\s*"[^"]+":\s*\{\s*"[^"]+":\s*37\d{4}/)
    await dossier.restart()
    await dossier.page.getByRole('button', { name: /^Log/ }).click()
    await expect(ui.reader(dossier.page).locator('.block', { hasText: 'The last line.' })).toBeInViewport()
  })
})

test('a text is read, marked and quoted by keys alone', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  const article = ui.reader(page).getByRole('article')
  await article.focus()
  const said = ui.reader(page).locator('[aria-live="polite"]')
  const [first, second, third] = QUAY.paragraphs

  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => atCursor(page)).toBe(first)
  await expect(said).toHaveText(/^Paragraph \d+\. The port of Sollen/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => atCursor(page)).toBe(second)

  await page.keyboard.press('Control+ArrowRight')
  await expect.poll(() => atCursor(page)).toBe('Engineers')
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'])
    await page.keyboard.press(`Control+Shift+${key}`)
  await expect.poll(() => selected(page)).toBe('Engineers measured ')
  await expect(said).toHaveText('the unmarked')
  await page.keyboard.press('q')
  await expect(ui.reader(page).locator('mark')).toHaveText('Engineers measured')

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => atCursor(page)).toBe(third)
  await inBothThemes(dossier, 'reader cursor')
  await page.keyboard.press('q')
  await expect(ui.reader(page).locator('mark')).toHaveText(['Engineers measured', third])
  await page.keyboard.press('ArrowUp')
  await expect(said).toHaveText(/Quoted: Q1\.$/)
})

test('quotes are gone through by keys, and a card says what is known of one', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  const reader = ui.reader(page)
  await quoteWords(page, 'the widest crack at 14 millimetres')
  await quoteWords(page, 'We would rather close a quay too early than a day too late')
  await newBrief(page, 'Why it closed')
  await toSection(page, 'Facts')
  await page.keyboard.type('It was measured')
  await cite(page, 'widest', /widest crack/)
  await untilSaved(page)

  const marks = reader.getByRole('article').getByRole('button')
  await reader.getByRole('article').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Tab')
  await expect(marks.first()).toBeFocused()
  await page.keyboard.press('n')
  await expect(marks.nth(1)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(marks.first()).toBeFocused()

  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: 'Quote Q1' })
  await expect(card).toContainText('Verbatim')
  await expect(card).toContainText('Not named')
  await expect(card.getByRole('button', { name: 'Why it closed' })).toBeVisible()
  await inBothThemes(dossier, 'reader card')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(marks.first()).toBeFocused()

  await page.keyboard.press('Enter')
  await card.getByRole('button', { name: 'Delete' }).click()
  await expect(marks).toHaveCount(1)
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(marks).toHaveCount(2)
})

const MINUTES = `<!DOCTYPE html><html lang="he" dir="rtl"><head><meta charset="utf-8"><title>הרציף הישן נסגר</title>
<meta property="og:title" content="הרציף הישן נסגר"></head><body><main><article><h1>הרציף הישן נסגר</h1>
<p>נמל סולן סגר את הרציף הישן לתנועת משאיות לאחר שצוללנים מצאו סדקים בשלושה מתשעת עמודיו. ההודעה נמסרה ביום שני.</p>
<p>Northern Courier: המהנדסים מדדו סדק ברוחב 14 מילימטרים ביום ראשון, כך נמסר בהודעה שפרסם הנמל.</p>
<h2>מה נבדק</h2><ul><li>שלושה עמודים במים</li><li>שתי רצפות בטון</li></ul>
<table><tr><th>עמוד</th><th>סדק</th></tr><tr><td>ראשון</td><td>14</td></tr><tr><td>שני</td><td>11</td></tr></table>
<p>המעבורות לווסטד יוצאות מן הרציף החדש עד להודעה חדשה, ונוסעים התבקשו להקדים ולהגיע שעה לפני ההפלגה.</p>
</article></main></body></html>`

test('a text that runs from right to left is set so, its lists, tables and headings are such', async ({ dossier }) => {
  const { page } = dossier
  const file = join(dossier.folder, 'minutes.html')
  await writeFile(file, MINUTES)
  await newCase(dossier, 'Minutes')
  await importByMenu(dossier, 'Files…', [file])
  await expect(ui.sources(page)).toHaveCount(1)
  await openSource(page, 'הרציף הישן נסגר')
  const article = ui.reader(page).getByRole('article')
  await expect(article).toHaveAttribute('dir', 'rtl')
  await expect(article).toHaveAttribute('lang', 'he')
  await expect(article.getByRole('heading', { name: 'מה נבדק', exact: true })).toBeVisible()
  await expect(article.getByRole('listitem')).toHaveText(['שלושה עמודים במים', 'שתי רצפות בטון'])
  await expect(article.getByRole('row').nth(1).getByRole('cell')).toHaveText(['ראשון', '14'])
  const mixed = article.locator('.block', { hasText: 'Northern Courier' })
  expect(await mixed.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')

  await selectWords(page, '14 מילימטרים')
  await page.keyboard.press('q')
  await expect(article.locator('mark')).toHaveText('14 מילימטרים')
  await article.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => atCursor(page)).toBe('ההודעה נמסרה ביום שני.')
  await inBothThemes(dossier, 'reader right to left')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await ui.reader(page).getByRole('button', { name: 'Details of the source' }).click()
  await expect(ui.reader(page).getByRole('complementary', { name: 'Details' })).toBeVisible()
  await picture(page, 'reader-wide')
})
