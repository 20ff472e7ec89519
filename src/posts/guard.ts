/**
 * So many seconds of wall time the reading of one post may take, whatever work it is: the last guard against a plug-in that
 * does not come back, or work that nobody counts. A post that it stops is not judged, so it is far from what any post needs;
 * tests alone set another.
 */
export const guard = { seconds: 3600 };
