import { z } from 'zod'
import { Template } from '../../brief/templates.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

/** The user's own templates, and files among them that aren't any. */
const OwnTemplates = z.object({
  templates: z.array(Template),
  unread: z.array(z.object({ file: z.string(), reason: z.string() }))
})

/** Templates that the user made of briefs. They are kept with the preferences, for all cases. All answer what is there then. */
export const templateRequests = {
  'template.list': { does: 'reads', input: Nothing, output: OwnTemplates },
  /** Makes a template of a brief as it is saved: of its sections, and none of its statements. */
  'template.save': {
    does: 'writes',
    input: z.object({
      briefId: z.string(),
      name: Template.shape.name,
      description: Template.shape.description
    }),
    output: OwnTemplates
  },
  'template.delete': { does: 'writes', input: Id, output: OwnTemplates }
} as const satisfies Record<string, RequestDeclaration>
