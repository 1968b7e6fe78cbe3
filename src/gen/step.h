// SPDX-License-Identifier: MIT
// Who takes part in a flow, and each step.

#ifndef STEP_H
#define STEP_H

#include "line.h"

/** Take "A caller, P proxy" in, and report what is wrong with it. */
void step_take_actors(const struct place *place, struct entry *flow, const struct line *line);

/** Take "A > P | INVITE | SDP offer" in as "A>P|INVITE|SDP offer"; the actors are known by then. */
void step_take(const struct place *place, struct entry *flow, const struct line *line);

#endif
