import AxeBuilder from '@axe-core/playwright'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { test as base, chromium, expect, type Page } from 'playwright/test'
import { findChromium } from './standin/chromium.mjs'
import { commandLine } from '../scripts/built.mjs'
import { verifyPdf } from '../src/main/pdf/reader/verify.ts'
import { renderPdf } from '../src/main/pdf/render.ts'
import { Random, randomBrief } from '../src/main/pdf/test/random-brief.test-helper.ts'
import { TAMPERERS } from '../src/main/pdf/test/tamper.test-helper.ts'
import { expected, judgeInPage, type Judgement } from './verify-page.ts'

const run = promisify(execFile)

/** The page in a real browser, opened from the disk. Whatever it would load fails the test. */
const test = base.extend<{ folder: string; page: Page; asked: string[] }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'dossier-page-'))
    await use(folder)
    await rm(folder, { recursive: true })
  },
  asked: async ({}, use) => {
    const asked: string[] = []
    await use(asked)
    expect(asked, 'what the page asked the network for').toEqual([])
  },
  page: async ({ folder, asked }, use) => {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const browser = await chromium.launch({ executablePath: findChromium()!, args })
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    const page = await context.newPage()
    page.on('request', (request) => {
      // The page itself, and the script of its threads, which it has in it.
      if (!/^(?:file:\/\/.*\/verify\.html$|blob:null\/)/.test(request.url())) asked.push(request.url())
    })
    page.on('console', (message) => message.type() === 'error' && asked.push(message.text()))
    await run(process.execPath, [commandLine(), 'verifier', '--out', join(folder, 'verify.html')])
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href)
    await use(page)
    await browser.close()
  }
})

async function judged(path: string): Promise<Judgement> {
  const report = await verifyPdf(new Uint8Array(await readFile(path))).catch((error: Error) => error.message)
  return expected(report)
}

/** A PDF of a made brief with quotes, written to the folder. */
async function madePdf(folder: string, name: string, seed = 7): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, (await renderPdf(randomBrief(seed))).bytes)
  return path
}

async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect
    .soft(
      grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`),
      `axe on ${what}`
    )
    .toEqual([])
}

test('made PDFs, untouched and tampered with, are judged as by the command line', async ({ folder, page }) => {
  const paths: string[] = []
  const kinds = Object.entries(TAMPERERS)
  for (const seed of [1, 2, 3]) {
    const { bytes } = await renderPdf(randomBrief(seed))
    const write = async (name: string, content: Uint8Array): Promise<void> => {
      paths.push(join(folder, name))
      await writeFile(join(folder, name), content)
    }
    await write(`${seed}.pdf`, bytes)
    for (let i = 0; i < 4; i++) {
      const [kind, tamper] = kinds[(seed * 4 + i) % kinds.length]!
      const tampered = await tamper(bytes, new Random(seed))
      if (tampered) await write(`${seed}-${kind.replaceAll(/\W+/g, '-')}.pdf`, tampered.bytes)
    }
  }
  paths.push(join(folder, 'empty.pdf'), join(folder, 'no-proof.pdf'))
  await writeFile(join(folder, 'empty.pdf'), '')
  await writeFile(join(folder, 'no-proof.pdf'), '%PDF-1.4\n%%EOF\n')
  const found = await judgeInPage(page, paths)
  for (const path of paths)
    expect.soft([...found].find(([name]) => path.endsWith(`/${name}`))![1]).toEqual(await judged(path))
  expect([...found.values()].filter(({ verdict }) => verdict === 'good')).toHaveLength(3)
})

test('one can read the result, compare a fingerprint and find a quote, by the keyboard alone, in light and dark, on a phone', async ({
  folder,
  page
}) => {
  const path = await madePdf(folder, 'brief.pdf')
  const { fingerprint, quotes } = await judged(path)
  await expectAccessible(page, 'the empty page')
  // The language, then the files: nothing else stands before them.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused()
  await page.keyboard.press('Tab')
  // What looked at the page opened another beside it, and a page that isn't in front asks for no files: the key is pressed until it does.
  await expect(async () => {
    await page.bringToFront()
    const choosing = page.waitForEvent('filechooser', { timeout: 5_000 })
    await page.keyboard.press('Enter')
    await (await choosing).setFiles(path)
  }).toPass()
  const result = page.getByRole('article', { name: 'brief.pdf' })
  await expect(result.getByRole('status').first()).toContainText('✓ Verified')

  const box = result.getByRole('textbox', { name: 'Fingerprint that you were told' })
  for (let i = 0; i < 10 && !(await box.evaluate((each) => each === document.activeElement)); i++)
    await page.keyboard.press('Tab')
  await page.keyboard.type(`${fingerprint!.slice(0, 4).toUpperCase()} ${fingerprint!.slice(4, 12)}`)
  await expect(result).toContainText('The 12 characters so far are the same. Ask for all 64.')
  await page.keyboard.type(fingerprint!.slice(12))
  await expect(result).toContainText('✓ It is the same')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(fingerprint!.endsWith('0') ? '1' : '0')
  await expect(result).toContainText('✗ It is another one: character 64 differs')
  await page.keyboard.type('x')
  await expect(result).toContainText('has only the digits')

  await page.keyboard.press('Tab')
  await expect(result.getByRole('button', { name: /^Show in its text/ }).first()).toBeFocused()
  const wanted = await result
    .getByRole('button', { name: /^Show in its text/ })
    .first()
    .getAttribute('aria-label')
  await page.keyboard.press('Enter')
  const marked = result.locator('mark:focus')
  await expect(marked).toBeVisible()
  const number = Number(/\d+/.exec(wanted!)![0])
  const letters = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  expect(letters(quotes[number - 1]!.exact)).toContain(letters((await marked.textContent())!).slice(0, 20))

  for (const [width, height] of [
    [1280, 800],
    [360, 740]
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, `a result, ${colorScheme}, ${width} wide`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const pictures = process.env['DOSSIER_PICTURES']
      if (pictures) await page.screenshot({ path: join(pictures, `page-${colorScheme}-${width}.png`), fullPage: true })
    }
  }
})

test('it speaks the reader’s language, as far as its sentences are translated, and marks what is English', async ({
  folder,
  page
}) => {
  await page.locator('input[type=file]').setInputFiles(await madePdf(folder, 'brief.pdf'))
  const result = page.getByRole('article', { name: 'brief.pdf' })
  await expect(result).toContainText('✓ Verified')
  for (const [language, title, verdict] of [
    ['de', 'Ein Briefing prüfen', '✓ Bestätigt'],
    ['fr', 'Vérifier une note', '✓ Vérifié'],
    ['es', 'Comprobar un informe', '✓ Comprobado']
  ] as const) {
    await page.getByRole('combobox').selectOption(language)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(result).toContainText(verdict)
    // Of what every sound PDF shows nothing is left in English.
    expect(await result.locator('[lang=en]').allTextContents()).toEqual([])
    await expectAccessible(page, `a result in ${language}`)
  }
})

test('a signature that is dropped with its PDF is checked by the key that was pasted', async ({ folder, page }) => {
  const path = await madePdf(folder, 'brief.pdf')
  const [publicKey, secret] = [join(folder, 'desk.pub'), join(folder, 'desk.key')]
  await run('minisign', ['-GWp', publicKey, '-s', secret])
  await run('minisign', ['-Sm', path, '-s', secret])
  const files = page.locator('input[type=file]')
  const result = page.getByRole('article', { name: 'brief.pdf' })
  await files.setInputFiles([`${path}.minisig`])
  await expect(page.getByRole('main')).toContainText(
    '“brief.pdf.minisig” belongs to a file that wasn’t dropped with it'
  )
  await files.setInputFiles([path, `${path}.minisig`])
  await expect(result).toContainText('Signed with an unknown key.')
  await page.getByText('I have the signer’s public key').click()
  const key = page.getByRole('textbox', { name: 'Public key of minisign' })
  await key.fill('RWsomething')
  await expect(page.getByRole('main')).toContainText('This isn’t a public key of minisign.')
  // What was dropped before is checked by the key that comes.
  await key.fill(await readFile(publicKey, 'utf8'))
  await expect(result).toContainText('Signed. Signed by')
  await expect(result).toContainText('✓ Verified')
  await result.getByRole('button', { name: /^Remove/ }).click()
  await expect(files).toBeFocused()
  await files.setInputFiles([path, `${path}.minisig`])
  await expect(result).toContainText('Signed. Signed by')
  await result.getByRole('button', { name: /^Remove/ }).click()
  const other = await madePdf(folder, 'other.pdf', 8)
  await writeFile(`${other}.minisig`, await readFile(`${path}.minisig`))
  await files.setInputFiles([other, `${other}.minisig`])
  const wrong = page.getByRole('article', { name: 'other.pdf' })
  await expect(wrong).toContainText('✗ Not verified')
  await expect(wrong).toContainText('The signature doesn’t fit.')
})

test('what is said of a signature is by the key that stands in the page, also where it comes during the check', async ({
  folder,
  page
}) => {
  const path = await madePdf(folder, 'brief.pdf')
  const at = (name: string): string => join(folder, name)
  for (const name of ['desk', 'other']) await run('minisign', ['-GWp', at(`${name}.pub`), '-s', at(`${name}.key`)])
  await run('minisign', ['-Sm', path, '-s', at('desk.key')])
  const before = await Promise.all([1, 2, 3].map((seed) => madePdf(folder, `before-${seed}.pdf`, seed)))
  const result = page.getByRole('article', { name: 'brief.pdf' })
  const removeOf = (name: string) => page.getByRole('button', { name: `Remove ${name} from the page` })
  await page.getByText('I have the signer’s public key').click()
  const key = page.getByRole('textbox', { name: 'Public key of minisign' })
  await page.locator('input[type=file]').setInputFiles([...before, path, `${path}.minisig`])
  await expect(result).toContainText('Checking…')
  await key.fill(await readFile(at('desk.pub'), 'utf8'))
  await expect(result).toContainText('Signed. Signed by')
  await key.fill(await readFile(at('other.pub'), 'utf8'))
  await expect(result).toContainText('Signed with an unknown key.')
  // Each verdict says of which file it is: it’s read out by itself.
  await expect(result.getByRole('status').first()).toHaveText(/^brief\.pdf: .*✓ Verified/)

  await removeOf('before-2.pdf').press('Enter')
  await expect(removeOf('before-3.pdf')).toBeFocused()
  await removeOf('brief.pdf').press('Enter')
  await expect(removeOf('before-3.pdf')).toBeFocused()
})

test('quotes and texts of a script from the right run from the right, and the focus rings nothing else', async ({
  folder,
  page
}) => {
  const files = page.locator('input[type=file]')
  // Its quote and the text that it carries are Arabic.
  await files.setInputFiles(await madePdf(folder, 'arabic.pdf', 8))
  const result = page.getByRole('article', { name: 'arabic.pdf' })
  await expect(result.getByRole('blockquote').first()).toHaveCSS('direction', 'rtl')
  await result
    .getByRole('button', { name: /^Show in its text/ })
    .first()
    .press('Enter')
  await expect(result.locator('.carried')).toHaveCSS('unicode-bidi', 'plaintext')
  await page.getByRole('combobox', { name: 'Language' }).press('Tab')
  await expect(files).toBeFocused()
  await expect(page.locator('.drop .button')).toHaveCSS('outline-style', 'solid')
  await expect(page.locator('.drop .quiet')).toHaveCSS('outline-style', 'none')
})

test('a signature within the PDF is judged, and one byte changed is found', async ({ folder, page }) => {
  const path = await madePdf(folder, 'brief.pdf')
  const at = (name: string): string => join(folder, name)
  await run('openssl', [
    ...['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-keyout', at('own.key'), '-out', at('own.pem')],
    ...['-subj', '/CN=Sollen desk', '-days', '9']
  ])
  await run('openssl', [
    ...['pkcs12', '-export', '-inkey', at('own.key'), '-in', at('own.pem'), '-out', at('own.p12')],
    ...['-passout', 'pass:quay']
  ])
  await writeFile(at('pass'), 'quay\n')
  const out = at('signed.pdf')
  const words = ['--certificate', at('own.p12'), '--passphrase-file', at('pass'), '--reason', 'To the editors']
  await run(process.execPath, [commandLine(), 'sign', path, ...words, '--out', out], {
    env: { ...process.env, DOSSIER_USER_DATA: at('user-data') }
  })
  const signed = await readFile(out)
  const places = [1000, signed.length - 9, signed.indexOf('/Contents <', signed.indexOf('/Type /Sig')) + 400]
  const changed = await Promise.all(
    places.map(async (place) => {
      const bytes = Buffer.from(signed)
      bytes[place] = bytes[place] === 0x31 ? 0x32 : 0x31
      await writeFile(at(`changed-${place}.pdf`), bytes)
      return at(`changed-${place}.pdf`)
    })
  )
  await page.locator('input[type=file]').setInputFiles(out)
  const result = page.getByRole('article', { name: 'signed.pdf' })
  await expect(result).toContainText('✓ Verified')
  await expect(result).toContainText('Signed within the PDF with the certificate of “Sollen desk”')
  await expect(result).toContainText('The certificate is signed by itself')
  await result.getByRole('button', { name: /^Remove/ }).click()
  const longer = at('longer.pdf')
  await writeFile(longer, Buffer.concat([signed, Buffer.from('\n% more\n')]))
  changed.push(longer)
  const found = await judgeInPage(page, [out, ...changed])
  for (const [name, judgement] of found) {
    expect(judgement, name).toEqual(await judged(at(name)))
    expect(judgement.verdict === 'good', name).toBe(name === 'signed.pdf')
  }
})

test('a hand-over bundle is checked against its manifest, and a file changed in it is told', async ({
  folder,
  page
}) => {
  const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'user-data') }
  const dossier = (...words: string[]) => run(process.execPath, [commandLine(), ...words], { env, cwd: folder })
  await writeFile(join(folder, 'note.txt'), 'The quay was shut at dawn, the harbour office said.\n')
  await dossier('init', 'case', '--title', 'Quay')
  await dossier('import', 'case', 'note.txt')
  await dossier('bundle', 'case', 'whole.zip', '--with-page')
  await run('unzip', ['-q', 'whole.zip'], { cwd: folder })
  await writeFile(join(folder, 'whole/data/sources/S1/text.txt'), 'The quay was open at dawn.\n')
  await run('zip', ['-qr', 'changed.zip', 'whole'], { cwd: folder })
  await writeFile(join(folder, 'cut.zip'), (await readFile(join(folder, 'whole.zip'))).subarray(0, -30))
  const names = ['whole.zip', 'changed.zip', 'cut.zip']
  await page.locator('input[type=file]').setInputFiles(names.map((name) => join(folder, name)))
  await expect(page.getByRole('article', { name: 'whole.zip' })).toContainText('✓ Verified')
  const changed = page.getByRole('article', { name: 'changed.zip' })
  await expect(changed).toContainText('✗ Not verified')
  await expect(changed).toContainText('“data/sources/S1/text.txt” was changed')
  await expect(changed).toContainText('Don’t rely on it as it is.')
  await expect(page.getByRole('article', { name: 'cut.zip' })).toContainText('? Can’t be checked')
  for (const name of names) {
    const told = await dossier('check-bundle', name, '--json').catch((error: { stdout: string }) => error)
    const { problems } = JSON.parse(told.stdout) as { problems?: string[] }
    for (const problem of problems ?? []) await expect(page.getByRole('article', { name })).toContainText(problem)
  }
  await expectAccessible(page, 'bundles')
})

test('every state can be read in light, dark and on a phone, in every language, with nothing that stands in a reader’s way', async ({
  folder,
  page
}) => {
  test.slow()
  const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'user-data') }
  const dossier = (...words: string[]) => run(process.execPath, [commandLine(), ...words], { env, cwd: folder })
  const at = (name: string): string => join(folder, name)
  await writeFile(at('note.txt'), 'The quay was shut at dawn, the harbour office said.\n')
  await dossier('init', 'case', '--title', 'Quay')
  await dossier('import', 'case', 'note.txt')
  await dossier('bundle', 'case', 'bundle.zip')
  await run('zip', ['-qr', 'case.zip', 'case'], { cwd: folder })
  const originals = await run('find', ['case/sources', '-name', 'original.*'], { cwd: folder })
  await writeFile(at(originals.stdout.split('\n')[0]!), 'The quay was open at dawn, the harbour office said.\n')
  await run('zip', ['-qr', 'case-changed.zip', 'case'], { cwd: folder })
  const good = await madePdf(folder, 'good.pdf')
  const bytes = await readFile(good)
  const [, tamper] = Object.entries(TAMPERERS)[0]!
  await writeFile(at('bad.pdf'), (await tamper(new Uint8Array(bytes), new Random(3)))!.bytes)
  await writeFile(at('torn.pdf'), bytes.subarray(0, bytes.length - 700))
  await writeFile(at('unsure.pdf'), '%PDF-1.4\n%%EOF\n')
  await writeFile(at('good.pdf.tsr'), 'no stamp')
  const names = ['good.pdf', 'bad.pdf', 'torn.pdf', 'unsure.pdf', 'bundle.zip', 'case.zip', 'case-changed.zip']
  await page.locator('input[type=file]').setInputFiles([...names, 'good.pdf.tsr', 'note.txt'].map(at))
  await page.getByText('I have the signer’s public key').click()
  for (const name of names) await page.getByRole('article', { name, exact: true }).locator('.verdict-word').waitFor()
  const verdicts = await page.locator('.verdict-word').allTextContents()
  expect(verdicts.map((each) => each[0])).toEqual(['✗', '✗', '?', '?', '✓', '✓', '✗'])
  const changed = page.getByRole('article', { name: 'case-changed.zip', exact: true })
  await expect(changed).toContainText('original altered')
  await expect(page.getByRole('main')).toContainText('“note.txt” is neither a PDF nor a zip.')
  for (const language of ['en', 'de', 'fr', 'es'] as const) {
    await page.getByRole('combobox').selectOption(language)
    // What the log of a case tells stays English.
    const pdfs = page.locator('article:not([aria-label^=case])')
    if (language !== 'en') expect(await pdfs.locator('[lang=en]').allTextContents()).toEqual([])
    for (const [width, height] of [
      [1280, 800],
      [360, 740]
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme })
        if (language === 'en') await expectAccessible(page, `all states, ${colorScheme}, ${width} wide`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        const pictures = process.env['DOSSIER_PICTURES']
        if (pictures)
          await page.screenshot({
            path: join(pictures, `states-${language}-${colorScheme}-${width}.png`),
            fullPage: true
          })
      }
    }
  }
})
