import { expect, test } from './fixtures.ts'
import { caseWithArticles, openSource, ui } from './steps.ts'
import { AGENCY } from './articles.ts'

const OUTSIDE = 'https://elsewhere.example'

test('nothing leads out of the window', async ({ dossier }) => {
  const { app, page } = dossier
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const failed: string[] = []
  page.on('requestfailed', (request) => failed.push(request.url()))
  await page.evaluate(() => {
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
    Object.assign(window, { violated })
  })
  const violations = async () =>
    new Set(await page.evaluate(() => (window as unknown as { violated: string[] }).violated))

  const answer = await page.evaluate(
    (url) =>
      fetch(`${url}/fetch`).then(
        () => 'reached',
        (error: Error) => error.name
      ),
    OUTSIDE
  )
  expect(answer).toBe('TypeError')
  await page.evaluate((url) => {
    const add = (name: string, attributes: Record<string, string>) => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      document.body.append(element)
    }
    add('img', { src: `${url}/img` })
    add('script', { src: `${url}/script` })
    add('link', { rel: 'stylesheet', href: `${url}/style` })
    add('iframe', { src: `${url}/frame` })
    add('object', { data: `${url}/object` })
    add('video', { src: `${url}/video` })
    navigator.sendBeacon(`${url}/beacon`)
  }, OUTSIDE)
  await expect
    .poll(violations)
    .toEqual(
      new Set(['connect-src', 'img-src', 'script-src-elem', 'style-src-elem', 'frame-src', 'object-src', 'media-src'])
    )

  expect(await page.evaluate((url) => window.open(`${url}/open`) === null, OUTSIDE)).toBe(true)
  const here = page.url()
  await app.evaluate(({ BrowserWindow }) => {
    const refused: string[] = []
    Object.assign(globalThis, { refused })
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url, defaultPrevented }) =>
      refused.push(`${defaultPrevented ? 'refused' : 'let go'} ${url}`)
    )
  })
  await page.evaluate((url) => {
    location.href = `${url}/navigation`
  }, OUTSIDE)
  await page.evaluate((url) => {
    const link = document.createElement('a')
    link.href = `${url}/link`
    link.target = '_blank'
    document.body.append(link)
    link.click()
  }, OUTSIDE)
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { refused: string[] }).refused))
    .toContain(`refused ${OUTSIDE}/navigation`)
  // What the link asked for was asked before this, so it is decided when this is answered.
  await page.evaluate(() =>
    (window as unknown as { dossier: { request(name: string, input: unknown): Promise<unknown> } }).dossier.request(
      'app.info',
      {}
    )
  )
  expect(page.url()).toBe(here)
  await expect(page.getByRole('heading', { name: 'Dossier' })).toBeVisible()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  // What Chromium counts as asked for never got an answer.
  expect(
    asked
      .filter((url) => url.startsWith(OUTSIDE))
      .filter((url) => !failed.includes(url) && !url.endsWith('/navigation'))
  ).toEqual([])
})

test('the session denies by itself what the content security policy does not see', async ({ dossier }) => {
  const { app, page } = dossier
  const names = ['host-resolver-rules', 'proxy-server', 'proxy-bypass-list', 'force-webrtc-ip-handling-policy']
  const switches = await app.evaluate(
    ({ app: electronApp }, list) => list.map((name) => electronApp.commandLine.getSwitchValue(name)),
    names
  )
  expect(switches).toEqual(['MAP * ~NOTFOUND', 'http://127.0.0.1:9', '<-loopback>', 'disable_non_proxied_udp'])
  const served = await page.evaluate(() => document.querySelectorAll('script[src], link[href]').length)
  expect(served).toBeGreaterThan(0)
})

test('a saved page is shown as text: its script never runs, its pictures are never asked for', async ({ dossier }) => {
  const { page } = dossier
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await caseWithArticles(dossier)
  await openSource(page, AGENCY.title)
  const article = ui.reader(page).getByRole('article')
  await expect(article).toContainText(AGENCY.paragraphs[1])
  await expect(article.locator('img, script, iframe, a[href]')).toHaveCount(0)
  expect(await page.title()).not.toContain('a script has run')
  expect(asked.filter((url) => url.includes('.example'))).toEqual([])
})
