name = 'pump'
