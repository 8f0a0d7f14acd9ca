import { z } from 'zod'

/** Where a command of the window can stand in the application menu: a menu and, where it has several, a group in it. */
export const MENU_PLACES = [
  'file/case',
  'file/import',
  'file/export',
  'file/copies',
  'edit/history',
  'edit/find',
  'brief/briefs',
  'brief/statement',
  'brief/insert',
  'verify',
  'protect/backups',
  'protect/encryption',
  'view/go',
  'view/show',
  'help',
  /** Beside Quit: in macOS's application menu, and at the end of File elsewhere. */
  'application'
] as const
export type MenuPlace = (typeof MENU_PLACES)[number]

/** Keys that the system's own entries of the menu have: no command may take one. */
const ROLE_KEYS: ReadonlySet<string> = new Set(
  ['A', 'C', 'H', 'M', 'Q', 'R', 'V', 'X', 'Alt H', 'Shift I', 'Shift V', 'Alt Shift V', '0'].map((key) => `Mod ${key}`)
)

/** Keys of an entry, as `Mod Alt Shift Q`; `Mod` is Cmd on a Mac and Ctrl elsewhere. */
const MenuKeys = z
  .string()
  .regex(/^Mod (?:Alt )?(?:Shift )?(?:[A-Z0-9]|,)$/)
  .refine((keys) => !ROLE_KEYS.has(keys), 'These keys are the system’s.')

/** A command as the application menu shows it. All that comes of it is that its id goes back to the page. */
export const MenuCommand = z.object({
  id: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .max(64),
  /** One line that shows as it is: nothing in it controls or hides. */
  label: z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,80}$/u),
  place: z.enum(MENU_PLACES),
  keys: MenuKeys.nullable(),
  enabled: z.boolean()
})
export type MenuCommand = z.output<typeof MenuCommand>

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length

/** All commands of the window that stand in the application menu, in order within each place. */
export const MenuCommands = z
  .array(MenuCommand)
  .max(200)
  .refine((commands) => isUnique(commands.map(({ id }) => id)), 'A command stands twice in the menu.')
  .refine(
    (commands) => isUnique(commands.flatMap(({ keys }) => keys ?? [])),
    'Two commands of the menu have the same keys.'
  )
