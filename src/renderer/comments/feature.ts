import type { Feature } from '../registry/feature.ts'
import { followComments } from '../state/brief/comments.ts'
import { commands } from './commands.ts'
import { CommentsDialog } from './comments-dialog.tsx'

export const commentsFeature = {
  area: 'brief',
  commands,
  dialogs: { comments: CommentsDialog },
  start: followComments
} satisfies Feature
