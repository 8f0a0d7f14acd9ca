import { dismissToast, useToasts } from '../state/window/toasts.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** Messages at the lower edge, and the region from which screen readers hear of changes. */
export function Toasts() {
  const { toasts, announcement } = useToasts()
  return (
    <>
      <div className="hidden-text" role="status" aria-live="polite">
        {announcement}
      </div>
      <div className="toasts" role="region" aria-label="Messages">
        {toasts.map((toast) => (
          <div key={toast.id} className={`toast ${toast.tone}`} role={toast.tone === 'error' ? 'alert' : 'status'}>
            {toast.tone === 'error' && <Icon name="warn" />}
            <span>{toast.text}</span>
            {toast.action && (
              <Button
                className="small toast-action"
                onPress={() => {
                  dismissToast(toast.id)
                  toast.action?.run()
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton label="Dismiss" className="tight" onPress={() => dismissToast(toast.id)}>
              <Icon name="close" />
            </IconButton>
          </div>
        ))}
      </div>
    </>
  )
}
