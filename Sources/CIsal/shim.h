// Raw inflating by ISA-L, as Inflater.swift calls it; CZlib has the same functions over zlib.
#ifndef LOGSTAT_CISAL_SHIM_H
#define LOGSTAT_CISAL_SHIM_H
#include <isa-l/igzip_lib.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  /// With its window 90 KB, so it is made once for a reader.
  struct inflate_state state;
  /// As it was before the present call, up to the part of the window that is used.
  struct inflate_state before;
  /// Whether the data are damaged, though what stands before the damage may not be handed out yet.
  int is_damaged;
} logstat_inflater;

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
  if (inflater) isal_inflate_init(&inflater->state);
  return inflater;
}

static inline void logstat_inflater_free(logstat_inflater *inflater) { free(inflater); }

/// Starts anew with other data.
static inline void logstat_inflater_reset(logstat_inflater *inflater) {
  isal_inflate_reset(&inflater->state);
  inflater->is_damaged = 0;
}

/// Copies a state; most of the window is not in use.
static inline void logstat_copy_state(struct inflate_state *to, const struct inflate_state *from) {
  memcpy(to, from, offsetof(struct inflate_state, tmp_out_buffer) + (size_t)from->tmp_out_valid);
}

/// Decodes again what turned out to be damaged, up to the damage.
///
/// The fast loop of ISA-L counts the bytes of a match as written and some bytes as read before it sees
/// that the match is none, so what it tells of damaged data is not true. With less than eight bytes of
/// input it takes the slow loop, which is exact.
static inline int logstat_inflate_carefully(
    struct inflate_state *state, const uint8_t *input, uint32_t input_count, uint8_t *output,
    uint32_t output_count) {
  const uint8_t *end = input + input_count, *in;
  uint8_t *out;
  int status;
  state->next_in = (uint8_t *)input;
  state->next_out = output;
  state->avail_out = output_count;
  do {
    in = state->next_in;
    out = state->next_out;
    state->avail_in = end - in < 7 ? (uint32_t)(end - in) : 7;
    status = isal_inflate(state);
  } while (status >= 0 && state->next_in < end && (state->next_in > in || state->next_out > out));
  return status;
}

/// Decodes as much as the input and the room allow.
static inline struct logstat_step logstat_inflate(
    logstat_inflater *inflater, const uint8_t *input, size_t input_count, uint8_t *output,
    size_t output_count) {
  struct inflate_state *state = &inflater->state;
  struct logstat_step step = {0, 0, LOGSTAT_GOES_ON};
  if (!inflater->is_damaged) {
    uint32_t in = input_count < INT_MAX ? (uint32_t)input_count : INT_MAX;
    uint32_t out = output_count < INT_MAX ? (uint32_t)output_count : INT_MAX;
    logstat_copy_state(&inflater->before, state);
    state->next_in = (uint8_t *)input;
    state->avail_in = in;
    state->next_out = output;
    state->avail_out = out;
    if (isal_inflate(state) < 0) {
      logstat_copy_state(state, &inflater->before);
      inflater->is_damaged = logstat_inflate_carefully(state, input, in, output, out) < 0;
    }
    step.taken = state->next_in - input;
    step.produced = (size_t)(state->next_out - output);
    // It is only compared with distances, which are at most 32 KiB, and would start anew at 4 GiB.
    if (state->total_out > 1 << 20) state->total_out = 1 << 20;
    if (inflater->is_damaged || state->block_state == ISAL_BLOCK_FINISH) {
      // Whole bytes that were only looked at belong to what stands behind.
      if (state->read_in_length > 0) step.taken -= state->read_in_length / 8;
      state->read_in_length = 0;
    }
    if (state->block_state == ISAL_BLOCK_FINISH) step.outcome = LOGSTAT_ENDED;
  }
  if (inflater->is_damaged) {
    // At a damage ISA-L leaves in its own window what did not fit into the room.
    size_t left = (size_t)(state->tmp_out_valid - state->tmp_out_processed);
    size_t room = output_count - step.produced;
    if (left > room) {
      left = room;
    } else {
      step.outcome = LOGSTAT_DAMAGED;
    }
    memcpy(output + step.produced, state->tmp_out_buffer + state->tmp_out_processed, left);
    state->tmp_out_processed += (int32_t)left;
    step.produced += left;
  }
  return step;
}
#endif
