import { UsageError } from '../diagnostics/errors.ts';
import { errorCode } from '../files/error-code.ts';

/**
 * Loads packages that are installed by those alone who want them, from beside Tagleaf.
 *
 * @throws UsageError that says how they are installed, where one is not.
 */
export async function loadPackages<T>(names: readonly string[], load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (errorCode(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    const needed = names.map((name) => `\`${name}\``).join(' and ');
    throw new UsageError(`this needs ${needed}, not installed here: npm install ${names.join(' ')}`);
  }
}
