a = data
    |> 
