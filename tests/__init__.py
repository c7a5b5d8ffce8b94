"""What must be true of the project; it reads like a specification.

core/        every fit against rational arithmetic, published values and simulated labs; tables;
             what each command says of bad input
data/        the committed tables give the figures that their sources publish
figures/     each picture shows what core computes, for any table, and the same bytes twice
scenes/      each film, played without pictures: what is on screen is what core computes, all text
             fits and can be read; studio/: however a film is split, the same bytes come out
reference/   the article's film written the plain way, to compare with
tools/, test_make, test_stale_films, test_ending_make ...: what make promises, on a copy that is
             built once, from what build/ holds already
artefacts/   a look at what was really built, by `make artefacts`

`make test` runs them on every core in some minutes, `make test-slow` those marked slow: films of
many tables, each frame by itself, whole builds, very much data. CI runs both in one go,
`make test-all`. `make test-quick` leaves out whatever draws.
"""
