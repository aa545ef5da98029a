/**
 * What a page sends along when it reads again by itself and nobody has touched it for a while. Such reading does not keep
 * the session alive, or a page left open would never come to its end.
 */
export const unattendedHeader = 'photoward-unattended';
