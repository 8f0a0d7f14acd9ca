import { readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { RequestName } from '../../shared/api/contract.ts'
import { builtInTemplate, sectionsOf, Template } from '../../shared/brief/templates.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { ensureFolder, ifThere, isSystemError, readingError, storageError, writeDurably } from '../base/durable.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import type { ClockAndIds } from './quotes.ts'

/** A template's file. */
const TemplateFile = z.object({ schema: z.literal(1), template: Template })

/** A file that is no template, or none of this version. */
interface UnreadTemplate {
  file: string
  reason: string
}

/**
 * The templates that the user made of briefs: `templates/<id>.json` in the user's data, a file each, so that they are there in every case. They hold the skeleton of a brief
 * and none of its statements.
 */
export class OwnTemplates {
  readonly #folder: string

  constructor(userData: string) {
    this.#folder = join(userData, 'templates')
  }

  /** The templates in the order of their names, and the files that can't be read, which are left as they are. @throws DossierError a storage failure */
  async list(): Promise<{ templates: Template[]; unread: UnreadTemplate[] }> {
    const templates: Template[] = []
    const unread: UnreadTemplate[] = []
    try {
      const names = (await ifThere(readdir(this.#folder))) ?? []
      for (const file of names.filter((name) => name.endsWith('.json')).sort()) {
        const read = readTemplate(await readFile(join(this.#folder, file), 'utf8'))
        if (read && `${read.id}.json` === file) templates.push(read)
        else unread.push({ file, reason: 'It isn’t a template of this version, so it was left as it is.' })
      }
    } catch (error) {
      throw readingError(error, 'the list of templates')
    }
    return { templates: templates.sort((a, b) => (a.name < b.name ? -1 : 1)), unread }
  }

  /** A template by its id, one of the program's too. @throws DossierError `not-found` */
  async find(id: string): Promise<Template> {
    const found = builtInTemplate(id) ?? (await this.list()).templates.find((each) => each.id === id)
    if (found) return found
    throw new DossierError('not-found', `There is no template “${id}”. “dossier brief templates” shows them.`)
  }

  /** Keeps a template. @throws DossierError `bad-request` when its name is taken, or a storage failure */
  async save(template: Template): Promise<void> {
    const { templates } = await this.list()
    if (templates.some(({ name }) => name === template.name))
      throw new DossierError('bad-request', `There is a template “${template.name}” already. Nothing was saved.`)
    try {
      // Others on this machine need not know what a case is about.
      await ensureFolder(this.#folder, 0o700)
      const file = TemplateFile.parse({ schema: 1, template })
      await writeDurably(join(this.#folder, `${template.id}.json`), `${JSON.stringify(file, null, 1)}\n`)
    } catch (error) {
      throw storageError(error, 'the template', 'The other templates are unchanged.')
    }
  }

  /** Removes a template; briefs that were made of it stay. @throws DossierError `not-found`, or a storage failure */
  async remove(id: string): Promise<void> {
    const { templates } = await this.list()
    if (!templates.some((each) => each.id === id))
      throw new DossierError('not-found', 'This template is no longer there.')
    try {
      await unlink(join(this.#folder, `${id}.json`))
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return
      throw storageError(error, 'the list of templates', 'The template is still there.')
    }
  }
}

function readTemplate(text: string): Template | null {
  try {
    return TemplateFile.safeParse(JSON.parse(text)).data?.template ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The requests about templates. */
export function templateHandlers(
  opened: () => OpenCase,
  own: OwnTemplates,
  { newId }: ClockAndIds
): Pick<Handlers, Extract<RequestName, `template.${string}`>> {
  return {
    'template.list': () => own.list(),
    'template.save': async ({ briefId, name, description }) => {
      const { doc } = opened().brief(briefId)
      await own.save({ id: newId().toLowerCase(), name, description, sections: sectionsOf(doc) })
      return own.list()
    },
    'template.delete': async ({ id }) => {
      await own.remove(id)
      return own.list()
    }
  }
}
