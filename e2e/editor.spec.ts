import type { Locator, Page } from 'playwright/test'
import { expect, inBothThemes, test } from './fixtures.ts'
import { PAGE, PIXEL, WORD } from './pasted.ts'
import { newBrief, newCase, toSection, ui, untilSaved } from './steps.ts'

test.use({ sharesApp: true })

/** Pastes into the text what a program put on the clipboard. */
async function paste(page: Page, html: string, picture: string | null = null): Promise<void> {
  await page.evaluate(
    ([markup, bytes]) => {
      const data = new DataTransfer()
      if (markup !== '') data.setData('text/html', markup!)
      if (bytes != null) {
        const file = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))
        data.items.add(new File([file], 'image.png', { type: 'image/png' }))
      }
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('.brief-text')!.dispatchEvent(event)
    },
    [html, picture] as const
  )
}

const statements = (page: Page): Locator => ui.text(page).locator('.statement')
const words = (page: Page): Promise<string[]> =>
  statements(page)
    .filter({ hasText: /\S/ })
    .evaluateAll((all) =>
      all.map((one) =>
        [...one.childNodes]
          .filter((node) => !(node instanceof Element && node.matches('.statement-chips')))
          .map((node) => node.textContent)
          .join('')
          .trim()
      )
    )

async function write(page: Page, ...lines: string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
}

/** Drags the handle of a block to a place, given by an element and how far down it. */
async function dragHandle(page: Page, from: Locator, to: Locator, share: number): Promise<void> {
  await from.hover()
  const handle = page.locator('.block-handle')
  await expect(handle).toBeVisible()
  const grip = (await handle.boundingBox())!
  const target = (await to.boundingBox())!
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  const y = target.y + target.height * share
  await page.mouse.move(target.x + 40, y - 6, { steps: 4 })
  await page.mouse.move(target.x + 40, y, { steps: 2 })
  await expect(page.locator('.drop-line')).toBeVisible()
  await page.mouse.up()
}

test('blocks and sections are moved by keys and by their handles, and undo takes each back', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Order of blocks')
  await newBrief(page, 'Order of blocks')
  await toSection(page, 'Facts')
  await write(page, 'Alpha.', 'Beta.', 'Gamma.')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => words(page)).toEqual(['Alpha.', 'Gamma.', 'Beta.'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => words(page)).toEqual(['Alpha.', 'Beta.', 'Gamma.'])
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.type('!')
  await expect.poll(() => words(page)).toEqual(['Alpha.', 'Gamma.!', 'Beta.'])
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => words(page)).toEqual(['Alpha.', 'Beta.', 'Gamma.'])

  await dragHandle(
    page,
    statements(page).filter({ hasText: 'Gamma' }),
    statements(page).filter({ hasText: 'Alpha' }),
    0.1
  )
  await expect.poll(() => words(page)).toEqual(['Gamma.', 'Alpha.', 'Beta.'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => words(page)).toEqual(['Alpha.', 'Beta.', 'Gamma.'])

  const headings = () => ui.text(page).getByRole('heading').allInnerTexts()
  const first = await headings()
  const facts = ui.text(page).getByRole('heading', { name: 'Facts' })
  await dragHandle(page, facts, ui.text(page).getByRole('heading', { name: first[0]! }), 0.2)
  await expect.poll(headings).toEqual(['Facts', ...first.filter((title) => title !== 'Facts')])
  await page.keyboard.press('Control+z')
  await expect.poll(headings).toEqual(first)
})

test('what is said of a statement is one chip, and stays with its first half', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Chips')
  await newBrief(page, 'Chips')
  await toSection(page, 'Facts')
  await page.keyboard.type('The quay will stay shut until spring.')
  await page.keyboard.press('Control+Alt+4')
  const panel = page.getByRole('dialog', { name: 'What is said of the statement' })
  await panel.getByRole('radio', { name: 'Judgement' }).click()
  await panel.getByRole('radio', { name: /^Likely/ }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel.getByRole('radio', { name: 'Moderate' }).click()
  await expect(panel.getByRole('radio', { name: /^Very likely/ })).toBeChecked()
  await inBothThemes(dossier, 'statement facts')
  await page.keyboard.press('Escape')
  const chip = page.locator('.brief-text .chip')
  await expect(chip).toHaveText(['judgement · very likely · moderate confidence'])
  await expect(ui.text(page)).toBeFocused()
  await expect(panel).toHaveCount(0)
  const caret = () => page.evaluate(() => document.getSelection()!.focusOffset)
  for (let at = 'The quay will stay shut until spring.'.length - 1; at >= 'The quay will stay shut'.length; at--) {
    await page.keyboard.press('ArrowLeft')
    await expect.poll(caret).toBe(at)
  }
  await page.keyboard.press('Enter')
  await page.keyboard.type('Not')
  await expect.poll(() => words(page)).toEqual(['The quay will stay shut', 'Not until spring.'])
  await expect(statements(page).filter({ has: page.locator('.chip') })).toHaveText([/^The quay will stay shut/])
  await chip.click()
  await panel.getByRole('radio', { name: 'Judgement' }).click()
  await page.keyboard.press('Escape')
  await expect(chip).toHaveText(['very likely · moderate confidence'])
  await untilSaved(page)
  await expect(ui.status(page)).toContainText('8 words')
})

test('a report from Word and a part of a page keep what a brief can show, and tell what they lose', async ({
  dossier
}) => {
  const { page } = dossier
  await newCase(dossier, 'Pasted')
  await newBrief(page, 'Pasted')
  const text = ui.text(page)
  await toSection(page, 'Facts')
  await page.keyboard.type('Before.')

  await test.step('Word', async () => {
    await paste(page, WORD)
    await expect(text.getByRole('heading', { name: 'State of the lower quay' })).toHaveCount(1)
    await expect(text.locator('strong', { hasText: 'closed the quay' })).toBeVisible()
    await expect(text.locator('em', { hasText: 'safety grounds' })).toBeVisible()
    await expect(text.locator('.link')).toHaveAttribute('data-href', 'https://ferrow.example/orders/17')
    await expect(text.locator('ul ul li > p')).toHaveText(['north', 'south'])
    await expect(text.getByRole('columnheader')).toHaveText(['Berth', 'Depth'])
    await expect(text.getByRole('cell')).toHaveText(['North', '7 m'])
    await expect(page.getByText('Pasted without 1 picture that the clipboard only names')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect.poll(() => words(page)).toEqual(['Before.'])
  })

  await test.step('Word, with the picture on the clipboard too', async () => {
    await paste(page, WORD, PIXEL)
    await expect(text.getByRole('figure')).toContainText('S1')
    await page.keyboard.press('Control+z')
    await expect(text.getByRole('figure')).toHaveCount(0)
    await page.keyboard.press('Control+Shift+z')
    await expect(text.getByRole('figure')).toContainText('S1')
    await page.keyboard.press('Control+z')
  })

  await test.step('a page', async () => {
    await paste(page, PAGE)
    await expect(text.getByRole('heading', { name: 'Night shift at the mole' })).toBeVisible()
    await expect(text.locator('ol li')).toHaveText(['First crew', 'Second crew'])
    await expect(text.getByRole('figure')).toContainText('The mole, seen from the yard')
    // The bytes were there already.
    await expect(text.getByRole('figure')).toContainText('S1')
    await expect(text).not.toContainText('paid placement')
    await expect(text.locator('.link')).toHaveCount(1)
    await expect(page.getByText(/^Pasted without 1 picture that would have to be fetched/)).toContainText(
      '1 picture that would have to be fetched from the network, 1 embedded object, hidden words in 1 place and the target of a link that leads to no page'
    )
    expect(await page.title()).not.toBe('taken')
    await untilSaved(page)
    await inBothThemes(dossier, 'pasted')
  })

  await test.step('a picture by itself, and words in a title', async () => {
    await page.keyboard.press('Control+z')
    await paste(page, '', PIXEL)
    await expect(text.getByRole('figure')).toContainText('S1')
    await text.getByRole('heading', { name: 'Facts' }).click()
    await page.keyboard.press('End')
    await paste(page, '<h1>of <b>the</b> port</h1>')
    await expect(text.getByRole('heading', { name: 'Factsof the port' })).toBeVisible()
  })

  await test.step('what is dragged in is read in the same way', async () => {
    await page.keyboard.press('Control+z')
    await text.evaluate((element) => {
      const data = new DataTransfer()
      data.setData(
        'text/html',
        '<h2>Dragged in</h2><p>Kept <b>bold</b><img src="https://ferrow.example/pixel.png"></p><script>document.title = "taken"</script>'
      )
      const { left, bottom } = element.querySelector('.statement')!.getBoundingClientRect()
      const at = { clientX: left + 4, clientY: bottom - 4 }
      const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, ...at })
      element.querySelector('.statement')!.dispatchEvent(event)
    })
    await expect(text.getByRole('heading', { name: 'Dragged in' })).toBeVisible()
    await expect(text.locator('strong', { hasText: 'bold' })).toHaveCount(1)
    await expect(text.locator('img[src^="https"]')).toHaveCount(0)
    expect(await page.title()).not.toBe('taken')
  })
})

test('the bar of the text is one stop of the Tab key, with arrows within', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Toolbar')
  await newBrief(page, 'Toolbar')
  await toSection(page, 'Facts')
  const bar = page.getByRole('toolbar', { name: 'Text of the brief' })
  await bar.getByRole('button', { name: 'Bold' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(bar.getByRole('button', { name: 'Italic' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(bar.getByRole('button', { name: 'Statement' })).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await bar.evaluate((element) => element.contains(document.activeElement))).toBe(false)
  await page.keyboard.press('Shift+Tab')
  await expect(bar.getByRole('button', { name: 'Statement' })).toBeFocused()
})

test('in the outline blocks are moved by keys and by dragging', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Outline')
  await newBrief(page, 'Outline')
  await toSection(page, 'Facts')
  await write(page, 'Alpha.', 'Beta.')
  await page.getByRole('tab', { name: 'Outline' }).click()
  const row = (name: string): Locator => page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { name })
  await expect(row('Beta.')).toBeVisible()
  await row('Beta.').dragTo(row('Alpha.'), { targetPosition: { x: 60, y: 4 } })
  await expect.poll(() => words(page)).toEqual(['Beta.', 'Alpha.'])
  await row('Alpha.').click()
  await page.getByRole('tree', { name: 'Outline' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => words(page)).toEqual(['Alpha.', 'Beta.'])
})
