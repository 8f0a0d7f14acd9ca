import { basename } from 'node:path'
import type { Emit, PageRequest } from '../../shared/api/contract.ts'
import { sourceRow } from '../../shared/case/row.ts'
import { checkSavedBrief, createBrief, saveBrief, setBriefDeleted } from './briefs.ts'
import { citedSources, citingPlaces } from './cited.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import type { OwnTemplates } from './own-templates.ts'
import type { ClockAndIds } from './quotes.ts'
import { withhold } from './withhold.ts'

/** Its libraries take long to load, and most of what is done needs none of them. */
const markdown = () => import('./brief-markdown.ts')

/** What the requests about briefs need of the workspace. */
interface BriefDeps extends ClockAndIds {
  opened: () => OpenCase
  templates: OwnTemplates
  emit: Emit
}

/** The requests that make, save, check and exchange briefs. */
export function briefHandlers(deps: BriefDeps): Pick<Handlers, Extract<PageRequest, `brief.${string}`>> {
  const { opened, emit } = deps
  return {
    'brief.create': async ({ template, ...given }) =>
      createBrief(opened(), { ...given, template: await deps.templates.find(template) }, deps),
    'brief.get': async ({ id }) => opened().brief(id),
    'brief.save': async ({ id, fields, doc }) => {
      await saveBrief(opened(), id, { fields, doc }, deps)
      return { savedAt: deps.now().toISOString() }
    },
    'brief.delete': ({ id }) => setBriefDeleted(opened(), id, deps.now().toISOString()),
    'brief.restore': ({ id }) => setBriefDeleted(opened(), id, null),
    'brief.check': async ({ id }) => checkSavedBrief(opened(), id),
    'brief.places': async (asked) => citingPlaces(opened(), asked),
    'brief.cited': async () => citedSources(opened()),
    'brief.withhold': async ({ briefId, withheld }) => {
      await withhold(opened(), briefId, withheld)
      return {}
    },
    'brief.importMarkdown': async ({ path }) => {
      const { catalogue } = opened().store
      const before = new Set(catalogue.quotes().map((quote) => quote.id))
      const name = basename(path).replace(/\.\w+$/, '')
      const { importBrief, readMarkdownFile } = await markdown()
      const imported = await importBrief(opened(), await readMarkdownFile(path), name, deps)
      for (const quote of catalogue.quotes()) {
        if (before.has(quote.id)) continue
        emit('quote.changed', quote)
        emit('source.row', sourceRow(await opened().source(quote.sourceId)))
      }
      return imported
    },
    'brief.exportMarkdown': async ({ id, path }) => {
      await (await markdown()).writeMarkdown(opened(), id, path)
      return {}
    }
  }
}
