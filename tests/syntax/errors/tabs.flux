f = (x) => {
		y = x	&& true
		return y
}
