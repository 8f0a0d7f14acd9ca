import type { Page } from 'playwright/test'
import { writeArticles } from './articles.ts'
import { command, expect, menu, picture, test } from './fixtures.ts'
import { importByMenu, ui } from './steps.ts'

/** What is cut off at the edge of the window or of what holds it, or makes one scroll sideways; each named by what it says. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}”`
    const targets = document.querySelectorAll(
      'button, a, input, [role="tab"], [role="option"], .tlp, .bar-fact, .status-bar > *, h1, h2, h3, p, dt, dd'
    )
    for (const element of targets) {
      const box = element.getBoundingClientRect()
      // What only screen readers hear is cut off on purpose, to next to nothing.
      let heard = false
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        heard ||= at.getBoundingClientRect().width <= 1.5
      if (!element.checkVisibility() || heard) continue
      let scrolls = false
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        const frame = at.getBoundingClientRect()
        const sideways = overflowX === 'auto' || overflowX === 'scroll'
        if (sideways && at.scrollWidth > at.clientWidth + 1) found.add(`${name(at)} scrolls sideways`)
        if (overflowX === 'visible' && at !== document.documentElement) continue
        if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5) found.add(`${name(element)} at the side`)
        if (overflowY === 'auto' || overflowY === 'scroll') scrolls = true
        if (!scrolls && (box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5))
          found.add(`${name(element)} above or below`)
      }
    }
    return [...found]
  })
}

async function expectWhole(page: Page, what: string): Promise<void> {
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
  await picture(page, `zoomed-${what.replaceAll(' ', '-')}`)
  expect.soft(await cutOff(page), what).toEqual([])
}

test('at 200 % in a window of 1280 by 800 nothing is cut off', async ({ dossier }) => {
  const { app, page, folder } = dossier
  await page.setViewportSize({ width: 640, height: 400 })
  await expectWhole(page, 'start')
  await page.getByRole('button', { name: 'Try the sample case' }).click()
  await expect(ui.sources(page).first()).toBeVisible()
  await command(app, 'edit-case')
  await ui
    .dialog(page)
    .getByRole('textbox', { name: 'Title' })
    .fill('Inquiry into the sinking of the Marit Vane off Sollen')
  await ui
    .dialog(page)
    .getByRole('button', { name: /Handling/ })
    .click()
  await page.getByRole('option', { name: /^TLP:AMBER\+STRICT/ }).click()
  await expectWhole(page, 'title and handling')
  await ui.dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(ui.dialog(page)).toHaveCount(0)
  await expectWhole(page, 'library and reader')
  await command(app, 'details')
  await expectWhole(page, 'details')
  await command(app, 'details')

  await page.getByRole('button', { name: 'Show brief' }).click()
  await expect(ui.text(page).getByRole('blockquote').first()).toContainText('Verbatim')
  await expectWhole(page, 'library and brief')
  await ui.text(page).focus()
  await command(app, 'replace')
  await expect(ui.brief(page).getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('memo')
  await expectWhole(page, 'replace')
  await page.keyboard.press('Escape')
  await command(app, 'toggle-library')
  await expectWhole(page, 'brief')
  await command(app, 'toggle-library')

  await command(app, 'verify-case')
  await expect(page.getByRole('region', { name: 'Verification' })).toContainText('Everything holds')
  await expectWhole(page, 'verification')
  await page.getByRole('region', { name: 'Statements without support' }).getByRole('button').first().click()
  // The panel makes room for what it leads to.
  await expect(ui.text(page)).toBeFocused()
  await expect(page.getByRole('region', { name: 'Verification' })).toHaveCount(0)

  await importByMenu(dossier, 'Folder…', [await writeArticles(folder)])
  await expect(ui.imported(page)).toContainText('1 failed')
  await expectWhole(page, 'import done')
  for (const id of ['import-report', 'palette', 'shortcuts', 'preferences', 'export-pdf', 'verify-pdf', 'new-brief']) {
    await command(app, id)
    await expect(ui.dialog(page)).toBeVisible()
    await expectWhole(page, id)
    await page.keyboard.press('Escape')
    await expect(ui.dialog(page)).toHaveCount(0)
  }
  await menu(app, 'close-case')
  await expect(page.getByRole('heading', { name: 'Dossier' })).toBeVisible()
  await expectWhole(page, 'start with a recent case')
})
