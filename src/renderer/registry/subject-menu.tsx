import { ContextMenu } from '../ui/menu.tsx'
import type { Subject } from './command.ts'
import { subjectGroups } from './menu-entries.ts'

/** A source, quote or statement whose menu is open, and where in the window, in CSS pixels. */
export interface AskedMenu {
  id: string
  at: { x: number; y: number }
}

/** The menu about a source, quote or statement, at the place where it was asked for. */
export function SubjectMenu(props: { subject: Subject; label: string; menu: AskedMenu; onClose: () => void }) {
  const { subject, label, menu, onClose } = props
  return <ContextMenu at={menu.at} label={label} groups={subjectGroups(subject, menu.id)} onClose={onClose} />
}
