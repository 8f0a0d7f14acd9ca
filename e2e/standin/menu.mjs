import { EventEmitter } from 'node:events'

let applicationMenu = null
/** Tells that the application menu was set, so that open pages learn its accelerators. */
export const menuEvents = new EventEmitter()

/** Set by main.mjs: what an item without `click` does by its role. */
export const roles = { run: () => undefined, focusedWindow: () => null }

export class MenuItem {
  type = 'normal'

  constructor(options) {
    const type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    Object.assign(this, { enabled: true, visible: true, checked: false, label: options.role ?? '' }, options, { type })
    if (Array.isArray(options.submenu)) this.submenu = Menu.buildFromTemplate(options.submenu)
    this.click = (...args) => {
      if (!this.enabled) return
      if (options.click) options.click(this, roles.focusedWindow(), ...args)
      else roles.run(options.role)
    }
  }
}

export class Menu {
  items = []

  static buildFromTemplate(template) {
    const menu = new Menu()
    menu.items = template.map((item) => (item instanceof MenuItem ? item : new MenuItem(item)))
    return menu
  }

  static setApplicationMenu(menu) {
    applicationMenu = menu
    menuEvents.emit('changed')
  }

  static getApplicationMenu() {
    return applicationMenu
  }

  append(item) {
    this.items.push(item)
  }

  popup() {}
  closePopup() {}

  getMenuItemById(id) {
    return everyItem(this).find((item) => item.id === id) ?? null
  }
}

function everyItem(menu) {
  return menu.items.flatMap((item) => [item, ...(item.submenu ? everyItem(item.submenu) : [])])
}

/** Accelerators of some roles, as Electron sets them itself. Editing roles are left to the browser. */
const ROLE_ACCELERATORS = {
  quit: 'CommandOrControl+Q',
  close: 'CommandOrControl+W',
  zoomIn: 'CommandOrControl+Plus',
  zoomOut: 'CommandOrControl+-',
  resetZoom: 'CommandOrControl+0',
  togglefullscreen: process.platform === 'darwin' ? 'Control+Command+F' : 'F11'
}

/**
 * Electron's accelerator (`CommandOrControl+Shift+E`) as what a KeyboardEvent says.
 *
 * @returns {{ ctrl: boolean, meta: boolean, alt: boolean, shift: boolean, key: string }}
 */
export function parseAccelerator(text, platform = process.platform) {
  // "Ctrl++" isn't used by Electron: the plus key is written Plus.
  const parts = text.split('+').map((part) => part.toLowerCase())
  const keys = {
    plus: '+',
    space: ' ',
    esc: 'escape',
    return: 'enter',
    up: 'arrowup',
    down: 'arrowdown',
    left: 'arrowleft',
    right: 'arrowright'
  }
  const name = parts.at(-1)
  const has = (...names) => parts.slice(0, -1).some((part) => names.includes(part))
  const either = has('commandorcontrol', 'cmdorctrl')
  const mac = platform === 'darwin'
  return {
    ctrl: has('control', 'ctrl') || (either && !mac),
    meta: has('command', 'cmd', 'super', 'meta') || (either && mac),
    alt: has('alt', 'option'),
    shift: has('shift'),
    key: keys[name] ?? name
  }
}

/** The application menu's items that a key reaches, with an index to run one by. */
export function accelerators() {
  if (applicationMenu === null) return []
  return everyItem(applicationMenu).flatMap((item, index) => {
    const text = item.accelerator ?? ROLE_ACCELERATORS[item.role]
    return text === undefined || item.registerAccelerator === false ? [] : [{ index, ...parseAccelerator(text) }]
  })
}

/** Runs the item of an accelerator. */
export function runAccelerator(index) {
  if (applicationMenu !== null) everyItem(applicationMenu)[index]?.click({ triggeredByAccelerator: true })
}
