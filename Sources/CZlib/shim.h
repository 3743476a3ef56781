// Raw inflating by zlib, as Inflater.swift calls it; CIsal has the same functions over ISA-L.
#ifndef LOGSTAT_CZLIB_SHIM_H
#define LOGSTAT_CZLIB_SHIM_H
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

typedef z_stream logstat_inflater;

enum logstat_outcome {
  /// More input or more room is needed.
  LOGSTAT_GOES_ON,
  /// The last block is decoded; what was not taken stands behind it.
  LOGSTAT_ENDED,
  LOGSTAT_DAMAGED,
  LOGSTAT_OUT_OF_MEMORY
};

struct logstat_step {
  /// Bytes taken from the input; fewer than none when bytes taken before are given back at the end.
  ptrdiff_t taken;
  /// Bytes put into the output.
  size_t produced;
  enum logstat_outcome outcome;
};

/// Null when there is no memory for it.
static inline logstat_inflater *logstat_inflater_make(void) {
  logstat_inflater *inflater = (logstat_inflater *)calloc(1, sizeof *inflater);
  if (!inflater) return NULL;
  // A negative number of window bits: no zlib or gzip wrapper (zlib.h, inflateInit2).
  if (inflateInit2(inflater, -MAX_WBITS) == Z_OK) return inflater;
  free(inflater);
  return NULL;
}

static inline void logstat_inflater_free(logstat_inflater *inflater) {
  inflateEnd(inflater);
  free(inflater);
}

/// Starts anew with other data.
static inline void logstat_inflater_reset(logstat_inflater *inflater) { inflateReset(inflater); }

/// Decodes as much as the input and the room allow.
static inline struct logstat_step logstat_inflate(
    logstat_inflater *inflater, const uint8_t *input, size_t input_count, uint8_t *output,
    size_t output_count) {
  uInt in = input_count < UINT_MAX ? (uInt)input_count : UINT_MAX;
  uInt out = output_count < UINT_MAX ? (uInt)output_count : UINT_MAX;
  // zlib only reads through `next_in`; its declaration says so only under ZLIB_CONST.
  inflater->next_in = (Bytef *)input;
  inflater->avail_in = in;
  inflater->next_out = output;
  inflater->avail_out = out;
  int status = inflate(inflater, Z_NO_FLUSH);
  struct logstat_step step = {in - inflater->avail_in, out - inflater->avail_out, LOGSTAT_DAMAGED};
  switch (status) {
    case Z_OK:
    case Z_BUF_ERROR:  // zlib.h: not fatal
      step.outcome = LOGSTAT_GOES_ON;
      break;
    case Z_STREAM_END:
      step.outcome = LOGSTAT_ENDED;
      break;
    case Z_MEM_ERROR:
      step.outcome = LOGSTAT_OUT_OF_MEMORY;
      break;
  }
  return step;
}
#endif
