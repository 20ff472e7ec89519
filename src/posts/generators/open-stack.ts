/** What is open, by its name, the last one innermost. */
export interface OpenStack<T> {
  readonly open: (item: T) => void;
  readonly isOpen: (name: string) => boolean;
  readonly isEmpty: () => boolean;
  /** Closes the innermost of the name, and all that was opened in it; nothing where none is open. */
  readonly close: (name: string) => T | undefined;
}

/** Nothing is open yet. Each name is counted, so that a thousand open marks cost an end that fits none no search. */
export function createOpenStack<T extends { readonly name: string }>(): OpenStack<T> {
  const items: T[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, more: number): void => void counts.set(name, (counts.get(name) ?? 0) + more);
  const isOpen = (name: string): boolean => (counts.get(name) ?? 0) > 0;
  return {
    isOpen,
    isEmpty: () => items.length === 0,
    open: (item) => {
      items.push(item);
      count(item.name, 1);
    },
    close: (name) => {
      if (!isOpen(name)) return undefined;
      for (let item = items.pop(); item !== undefined; item = items.pop()) {
        count(item.name, -1);
        if (item.name === name) return item;
      }
      return undefined;
    },
  };
}
