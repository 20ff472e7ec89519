import type { OpenMaker } from '../publish/maker.ts';
import { connect } from './connect.ts';
import { openContentStore } from './content-store.ts';
import { packSettings } from './packed-settings.ts';
import { openCarrier, type CarrierOptions } from './queue-carrier.ts';
import { remoteMaker } from './remote-maker.ts';

/** Where the queue of a run is, and its store. */
export interface QueuePlace {
  readonly queue: string;
  readonly store: string;
}

/** So many jobs of a run are in the queue at once: enough for as many workers, and little in memory. */
const width = 256;

/**
 * Makes publications by a queue, which is opened when the first is to be made.
 *
 * @throws UsageError where an address is wrong, packages are missing or programs of the project take part; ResourceError where
 * queue or store cannot be reached: all of it then.
 */
export function queueMaker(place: QueuePlace, options: Omit<CarrierOptions, 'signal'>): OpenMaker {
  return async (running) => {
    const store = await openContentStore(place.store);
    // What is wrong with theme, fonts or templates is told here, and not by each worker.
    await running.prepare();
    const settings = await packSettings(running.settings, store);
    const connection = await connect(place.queue);
    const carrier = await openCarrier(connection, { ...options, signal: running.signal });
    return remoteMaker(running, { store, carrier, settings, width });
  };
}
