import AxeBuilder from '@axe-core/playwright'
import { join } from 'node:path'
import { test as base, expect, type ElectronApplication, type Page } from 'playwright/test'
import type { DossierBridge } from '../src/shared/api/bridge.ts'
import { RunningApp, type Dossier } from './app.ts'

/** The app that the tests of a worker have one after another: to start one costs more than most tests do. */
interface SharedApp {
  /** The app as though it had just been started. */
  take(): Promise<Dossier>
}

export const test = base.extend<{ sharesApp: boolean; dossier: Dossier }, { sharedApp: SharedApp }>({
  /** Says that a test may have an app that other tests had before. One that looks at all that the app leaves on the disk may not. */
  sharesApp: [false, { option: true }],
  sharedApp: [
    async ({}, use) => {
      let running: RunningApp | null = null
      await use({
        take: async () => {
          if (running?.runs) await running.asNew()
          else {
            await running?.end()
            running = await RunningApp.start()
          }
          return running.dossier
        }
      })
      await (running as RunningApp | null)?.end()
    },
    { scope: 'worker' }
  ],
  dossier: async ({ sharesApp, sharedApp }, use) => {
    if (sharesApp) return use(await sharedApp.take())
    const own = await RunningApp.start()
    await use(own.dossier)
    await own.end()
  }
})

/** What the system's dialogs answer from now on. Null means cancelled; what isn't given keeps its answer. */
export interface DialogAnswers {
  open?: string[] | null
  save?: string | null
}

/** Lets the next dialogs answer by themselves. */
export async function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    if (open !== undefined) dialog.showOpenDialog = async () => ({ canceled: open === null, filePaths: open ?? [] })
    if (save !== undefined) dialog.showSaveDialog = async () => ({ canceled: save === null, filePath: save ?? '' })
  }, answers)
}

/** Chooses an item of the application menu, once main has heard what the window lets be chosen. */
export async function menu(app: ElectronApplication, id: string): Promise<void> {
  const [page] = app.windows()
  await page?.evaluate(async () => {
    await (window as unknown as { dossier: DossierBridge }).dossier.request('app.info', {})
  })
  await app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}

/** Runs any command of the window, also one that has no item in the application menu. */
export async function command(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, name) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('dossier:event', 'menu.command', { command: name }),
    id
  )
}

/** Light or dark, as the system's setting would do it. */
export async function setTheme(app: ElectronApplication, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
}

/** The rules of axe that look at colours. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Fails on every serious or critical finding of axe on what is shown now, by all of its rules or those named. */
export async function expectAccessible(page: Page, what: string, rules?: string[]): Promise<void> {
  // Legacy mode: the usual one opens a second page, which an app has not.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`
  )
  // Soft, so that one run names what is wrong on every screen.
  expect.soft(found, `axe on ${what}`).toEqual([])
}

/** Takes a picture for the documentation into the folder that DOSSIER_PICTURES names, if it does. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['DOSSIER_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Looks at what is shown now in light and in dark: axe, and a picture. */
export async function inBothThemes({ app, page }: Dossier, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, theme)
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark')
    // The dark theme is other colours on the same elements (dark-theme.test.ts holds that).
    await expectAccessible(page, `${what}, ${theme}`, theme === 'dark' ? RULES_OF_COLOUR : undefined)
    await picture(page, `${what.replaceAll(' ', '-')}-${theme}`)
  }
}

export { expect, type Dossier }
