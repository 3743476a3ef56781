// zlib's initialisers are macros, which Swift does not import; these are their functions.
#ifndef LOGSTAT_CZLIB_SHIM_H
#define LOGSTAT_CZLIB_SHIM_H
#include <zlib.h>

/// Prepares `stream` for raw deflate data: no zlib or gzip wrapper (zlib.h, inflateInit2: a
/// negative number of window bits). The caller reads the gzip header and trailer itself.
static inline int logstat_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}
#endif
