// SPDX-License-Identifier: MIT
// The door.

#include "cli.h"

int main(int argc, char **argv)
{
	return cli_run(argc, argv, stdout, stderr);
}
