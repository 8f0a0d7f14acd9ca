import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { answerDialogs, expect, menu, test } from './fixtures.ts'
import { caseWithArticles, openSource, quoteWords, ui } from './steps.ts'
import { QUAY } from './articles.ts'

test.use({ sharesApp: true })

const root = resolve(import.meta.dirname, '..')

/** Another process that writes a case, as the command line does. */
async function holdElsewhere(path: string, userData: string): Promise<ChildProcess> {
  const store = JSON.stringify(join(root, 'src/main/store/case-store.ts'))
  const program = `
    const { CaseStore } = await import(${store})
    const context = { userData: ${JSON.stringify(userData)}, now: () => new Date(), program: 'a made-up program', onOthers: () => undefined }
    const held = await CaseStore.open(${JSON.stringify(path)}, context)
    console.log(held.readOnly ? 'refused' : 'held')
    setInterval(() => undefined, 1000)`
  const holder = spawn(join(root, 'node_modules/.bin/node'), ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [said] = (await once(holder.stdout, 'data')) as [Buffer]
  expect(String(said)).toContain('held')
  return holder
}

test('a case that another program writes can be read, and is written here as soon as it is free', async ({
  dossier
}) => {
  const { app, page, userData } = dossier
  const path = await caseWithArticles(dossier)
  await menu(app, 'close-case')
  await expect(page.getByRole('heading', { name: 'Dossier' })).toBeVisible()
  const holder = await holdElsewhere(path, userData)
  try {
    await answerDialogs(app, { open: [path] })
    await page.getByRole('button', { name: 'Open…', exact: true }).click()
    await expect(ui.sources(page)).toHaveCount(3)
    const banner = page.getByText('A made-up program')
    await expect(banner).toContainText('has been writing this case on this machine since')
    await expect(ui.status(page)).not.toContainText('Saved')
    await openSource(page, QUAY.title)
    await expect(page.getByRole('button', { name: 'Import…' })).toBeDisabled()
  } finally {
    holder.kill('SIGKILL')
  }
  await expect(page.getByText('A made-up program')).toHaveCount(0)
  await expect(ui.reader(page).getByRole('article')).toContainText(QUAY.title)
  await expect(page.getByRole('button', { name: 'Import…' })).toBeEnabled()
  await quoteWords(page, QUAY.paragraphs[1].slice(0, 40).trim())
  await expect(page.getByRole('tab', { name: 'Quotes 1' })).toBeVisible()
})

test('a case that a program of another profile writes too says so', async ({ dossier }) => {
  const { page, userData } = dossier
  const path = await caseWithArticles(dossier)
  const holder = await holdElsewhere(path, join(userData, '..', 'another-profile'))
  try {
    await expect(page.getByText('A made-up program').first()).toContainText('is writing this case too')
    await expect(page.getByRole('button', { name: 'Import…' })).toBeEnabled()
  } finally {
    holder.kill('SIGTERM')
  }
})
